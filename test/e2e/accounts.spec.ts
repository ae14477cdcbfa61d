import type { TestBrowser, TestPage } from '#test/browsers/test-browser.ts';
import type { Sandbox } from '#test/sandbox/server.ts';
import { roundMoney } from '#test/sandbox/world/money.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { expect, test } from './fixture.ts';
import { answerConsent, findOptions, linkAccount, waitForStatus } from './link-account.ts';
import { openMarket, readColumn } from './market-page.ts';
import { closeNote, readNoteMark, writeNote } from './note-panel.ts';
import { openPopup, readPopup } from './popup-page.ts';

const question = 'Bondora let you in. Answer one question: which account is it?';

/** What may be answered to the question, as id and text of the buttons; none while nothing is asked. */
function readAnswers(page: TestPage): Promise<{ id: string; text: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#account-question button')].map(({ id, textContent }) => ({
      id,
      text: textContent ?? '',
    })),
  );
}

/** The account that the popup's switch shows, and those it offers; none without a switch. */
function readSwitch(popup: TestPage): Promise<{ shown: string; all: string[] }> {
  return popup.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('#account-switch');
    const all = [...(select?.options ?? [])].map(({ text }) => text);
    return { shown: all[select?.selectedIndex ?? -1] ?? '', all };
  });
}

/** Turns to the account before or after the one that is shown, by keyboard. */
async function turnTo(popup: TestPage, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
  await popup.evaluate(() => document.querySelector<HTMLElement>('#account-switch')?.focus());
  await popup.press(key);
}

/** What the sandbox holds of an investor's cash. */
function availableOf({ world }: Sandbox, investor: number): number {
  const { balance = 0, reserved = 0, requested = 0 } = world.investors[investor] ?? {};
  return roundMoney(balance - reserved - requested);
}

/** Links one investor's account after the other, without a permission: nothing tells the two apart. */
async function linkTwo(browser: TestBrowser, sandbox: Sandbox, second: number): Promise<TestPage> {
  const options = await findOptions(browser);
  await linkAccount(browser, options, sandbox.application);
  sandbox.site.signedIn = second;
  await answerConsent(browser, options, 'allow');
  await waitForStatus(options, question);
  return options;
}

test('Linking the same account again asks which one it is, and goes on with it', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await linkTwo(testBrowser, sandbox, 0);
  const popup = await openPopup(testBrowser);
  await expect
    .poll(() => readAnswers(popup))
    .toEqual([
      { id: expect.stringMatching(/^identify-[0-9a-f-]{36}$/), text: 'It is My account' },
      { id: 'identify-other', text: 'Another account' },
    ]);
  // Until then everything goes on with the account before it.
  await expect
    .poll(() => readPopup(popup))
    .toMatchObject({ available: availableOf(sandbox, 0), problems: [] });
  expect(await findAxeViolations(popup)).toEqual([]);
  expect(await findAxeViolations(options)).toEqual([]);

  const [same] = await readAnswers(popup);
  await popup.click(`#${same?.id ?? ''}`);
  await expect.poll(() => readAnswers(popup)).toEqual([]);
  expect(await readSwitch(popup)).toEqual({ shown: '', all: [] });
  await waitForStatus(options, 'Linked as “My account”.');
  expect(await readAnswers(options)).toEqual([]);

  // And it can be used.
  sandbox.requests.clear();
  await popup.click('#refresh-balance');
  await expect
    .poll(() => sandbox.requests.seen)
    .toContainEqual(expect.objectContaining({ path: '/api/v1/account/balance', status: 200 }));
  expect(popup.errors()).toEqual([]);
  expect(options.errors()).toEqual([]);
});

test('Linking another account asks too, survives the background, and shows the other’s figures', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await linkTwo(testBrowser, sandbox, 1);
  await testBrowser.killBackground();
  await options.click('#identify-other');
  await waitForStatus(options, 'Linked as “Account 2”.');
  const popup = await openPopup(testBrowser);
  await expect
    .poll(() => readSwitch(popup))
    .toEqual({ shown: 'Account 2', all: ['My account', 'Account 2'] });
  await expect
    .poll(() => readPopup(popup))
    .toMatchObject({ available: availableOf(sandbox, 1), problems: [] });

  await turnTo(popup, 'ArrowUp');
  await expect
    .poll(() => readPopup(popup))
    .toMatchObject({ available: availableOf(sandbox, 0), problems: [] });
  expect((await readSwitch(popup)).shown).toBe('My account');
  const later = await openPopup(testBrowser);
  await expect.poll(async () => (await readSwitch(later)).shown).toBe('My account');
  for (const scheme of ['light', 'dark'] as const) {
    await popup.setColorScheme(scheme);
    expect(await findAxeViolations(popup)).toEqual([]);
  }
});

test('Accounts whose bids may be read are told apart without a question', async ({
  testBrowser,
  sandbox,
}) => {
  for (const investor of sandbox.world.investors) {
    const auction = sandbox.world.auctions.find(({ ended }) => ended === undefined);
    if (auction !== undefined) sandbox.bids.make(investor, auction, 5);
  }
  const options = await findOptions(testBrowser);
  await options.click('#permission-BidsRead');
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  const listAccounts = (): Promise<string[]> =>
    options.evaluate(() =>
      [...document.querySelectorAll('#accounts b')].map((name) => name.textContent ?? ''),
    );

  for (const [investor, names] of [
    [1, ['My account', 'Account 2']],
    [0, ['My account', 'Account 2']],
  ] as const) {
    sandbox.site.signedIn = investor;
    await answerConsent(testBrowser, options, 'allow');
    await expect
      .poll(() => readPopup(popup))
      .toMatchObject({ available: availableOf(sandbox, investor), problems: [] });
    expect(await listAccounts()).toEqual(names);
    expect(await readAnswers(options)).toEqual([]);
  }
});

test('An account is renamed, switched to and unlinked by keyboard in the options', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await linkTwo(testBrowser, sandbox, 1);
  await options.press('Tab');
  await options.press('Tab');
  await options.press('Enter');
  await waitForStatus(options, 'Linked as “Account 2”.');

  const focus = (selector: string): Promise<void> =>
    options.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.focus(), selector);
  await focus('#accounts li:last-child [id^="rename-"]');
  await options.press('Enter');
  await options.waitFor(() => document.activeElement?.id.startsWith('name-'));
  await options.type('Savings');
  await options.press('Enter');
  await waitForStatus(options, 'The account is called “Savings” now.');
  await options.waitFor(() => document.activeElement?.id.startsWith('rename-'));
  await options.press('Enter');
  await options.waitFor(() => document.activeElement?.id.startsWith('name-'));
  await options.press('Escape');
  await options.waitFor(() => document.activeElement?.id.startsWith('rename-'));
  expect(await findAxeViolations(options)).toEqual([]);

  await focus('[id^="switch-to-"]');
  await options.press('Enter');
  await waitForStatus(options, '“My account” is shown now.');
  await focus('#unlink');
  await options.press('Enter');
  await waitForStatus(options, 'Account unlinked.');
  const popup = await openPopup(testBrowser);
  await expect
    .poll(() => readSwitch(popup))
    .toEqual({ shown: 'My account (not linked)', all: ['My account (not linked)', 'Savings'] });
});

test('Notes of two accounts do not mix, on pages that were open all the time', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const page = await openMarket(testBrowser, '?pageSize=10');
  const [row = ''] = (await readColumn(page, 'discount')).keys();
  await writeNote(page, row, 'Mine.');
  await closeNote(page);

  sandbox.site.signedIn = 1;
  await answerConsent(testBrowser, options, 'allow');
  await waitForStatus(options, question);
  // The question is open: the notes of the account before it are still there.
  expect(await readNoteMark(page, row)).toBe('Note: Mine.');
  await options.click('#identify-other');
  await expect.poll(() => readNoteMark(page, row)).toBe('Write a note');
  await writeNote(page, row, 'Of the other one.');
  await closeNote(page);

  const popup = await openPopup(testBrowser);
  await popup.waitFor(() => document.querySelector('#account-switch') !== null);
  await turnTo(popup, 'ArrowUp');
  await expect.poll(() => readNoteMark(page, row)).toBe('Note: Mine.');
  await turnTo(popup, 'ArrowDown');
  await expect.poll(() => readNoteMark(page, row)).toBe('Note: Of the other one.');
  await page.reload();
  await expect.poll(() => readNoteMark(page, row)).toBe('Note: Of the other one.');
  expect(page.errors()).toEqual([]);
});

import { expect, test } from './fixture.ts';
import { answerConsent, findOptions, linkAccount, saveApplication, waitForStatus } from './link-account.ts';
import { openPopup, readPopup } from './popup-page.ts';

test('The options open after the install, lead to the consent page, and the popup shows the account', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  const redirect = await options.waitFor(
    () => document.querySelector<HTMLInputElement>('#redirect-url')?.value,
  );
  expect(redirect).toMatch(/^https:\/\/[a-z0-9]+\.(chromiumapp\.org|extensions\.allizom\.org)\//);

  await linkAccount(testBrowser, options, sandbox.application);

  const popup = await openPopup(testBrowser);
  await expect
    .poll(() => readPopup(popup))
    .toMatchObject({ listings: sandbox.world.listOpen().length, problems: [] });
  const { balance, reserved, available } = await readPopup(popup);
  expect(balance).toBeGreaterThan(0);
  expect(available).toBeLessThanOrEqual((balance ?? 0) - (reserved ?? 0));
  expect(options.errors()).toEqual([]);
  expect(popup.errors()).toEqual([]);
});

test('A pasted token links the account without the consent page', async ({ testBrowser, sandbox }) => {
  const options = await findOptions(testBrowser);
  await options.fill('#token', sandbox.pastedToken);
  await options.click('#link-token');
  await waitForStatus(options, 'Account linked by the token.');
  const popup = await openPopup(testBrowser);
  await expect.poll(async () => (await readPopup(popup)).available).not.toBeNull();
});

test('A refused sign-in is told in one sentence, and can be made again', async ({ testBrowser, sandbox }) => {
  const options = await findOptions(testBrowser);
  await saveApplication(options, sandbox.application);
  await answerConsent(testBrowser, options, 'deny');
  const popup = await openPopup(testBrowser);
  await expect
    .poll(async () => (await readPopup(popup)).problems)
    .toEqual(['The sign-in was cancelled. Nothing was changed.']);

  await answerConsent(testBrowser, popup, 'allow');
  await expect.poll(() => readPopup(popup)).toMatchObject({ available: expect.any(Number), problems: [] });
});

test('A wrong secret is told in one sentence, and the right one then links', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  const { clientId } = sandbox.application;
  await saveApplication(options, { clientId, clientSecret: 'wrong' });
  await answerConsent(testBrowser, options, 'allow');
  const popup = await openPopup(testBrowser);
  await expect.poll(async () => (await readPopup(popup)).problems).toHaveLength(1);
  expect((await readPopup(popup)).problems[0]).toMatch(/secret/);

  await linkAccount(testBrowser, options, sandbox.application);
  await expect.poll(() => readPopup(popup)).toMatchObject({ available: expect.any(Number), problems: [] });
});

test('An expired token is renewed without a word, even after the background was ended', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  const listings = sandbox.world.listOpen().length;
  await expect.poll(() => readPopup(popup)).toMatchObject({ listings });

  sandbox.tokens.expireAll();
  sandbox.requests.clear();
  await testBrowser.killBackground();
  await popup.click('#refresh-balance');
  await expect
    .poll(() => sandbox.requests.seen)
    .toContainEqual(expect.objectContaining({ path: '/api/v1/account/balance', status: 200 }));
  expect(sandbox.requests.count('/oauth/access_token')).toBe(1);
  await expect.poll(() => readPopup(popup)).toMatchObject({ available: expect.any(Number), problems: [] });
});

test('A withdrawn sign-in is told in one sentence, and what was known stays', async ({
  testBrowser,
  sandbox,
}) => {
  const options = await findOptions(testBrowser);
  await linkAccount(testBrowser, options, sandbox.application);
  const popup = await openPopup(testBrowser);
  const listings = sandbox.world.listOpen().length;
  await expect.poll(() => readPopup(popup)).toMatchObject({ listings, available: expect.any(Number) });
  const { available } = await readPopup(popup);

  sandbox.tokens.revokeAll();
  await popup.click('#refresh-balance');
  await expect
    .poll(() => readPopup(popup))
    .toMatchObject({ listings, available, problems: [expect.stringMatching(/Link the account again\.$/)] });
});

for (const [what, fault, sentence] of [
  ['a failing server', { kind: 'status', status: 500 }, /server failed/],
  ['a page of HTML in place of an answer', { kind: 'html' }, /not understood/],
  ['an answer that breaks off', { kind: 'cut', afterBytes: 40 }, /not understood/],
  ['a connection that is refused', { kind: 'refuse' }, /could not be reached/],
] as const) {
  test(`The popup tells of ${what} in one sentence, and keeps what was known`, async ({
    testBrowser,
    sandbox,
  }) => {
    const options = await findOptions(testBrowser);
    await linkAccount(testBrowser, options, sandbox.application);
    const popup = await openPopup(testBrowser);
    const listings = sandbox.world.listOpen().length;
    await expect.poll(() => readPopup(popup)).toMatchObject({ listings, available: expect.any(Number) });
    const { available } = await readPopup(popup);

    const heal = sandbox.faults.add({ path: '/api/v1/*', fault });
    await popup.click('#refresh-balance');
    await expect
      .poll(() => readPopup(popup))
      .toMatchObject({ listings, available, problems: [expect.stringMatching(sentence)] });

    heal();
    await popup.click('#refresh-balance');
    await expect.poll(() => readPopup(popup)).toMatchObject({ listings, available, problems: [] });
  });
}

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { permissions } from '#lib/base/permissions.ts';
import {
  application,
  asking,
  createScriptedBackground,
  linked,
  refuse,
  openAtRest,
} from '#test/unit/popup/scripted-background.ts';
import { openOptions } from './open-options.tsx';

describe('linking from the options', () => {
  it('shows of each permission which features need it, and what else they need', async () => {
    const page = await openOptions(createScriptedBackground({ application }));
    for (const { scope } of permissions) {
      const box = page.findAs(HTMLInputElement, `#permission-${scope}`);
      expect(page.text(`#${box.getAttribute('aria-describedby')}`)).toMatch(/: [A-Z]/);
    }
    expect(page.text('#permission-SmSell-uses')).toBe(
      'Selling, with “see your investments”: Your loan parts are put on sale and taken down for you.',
    );
    expect(page.text('#permission-SmBuy-uses')).toContain('Can spend your money.');
    expect(page.text('#permission-BidsRead-uses')).toContain('Knowing your account again: ');
    expect(page.text('#permission-BidsRead-uses')).toContain('Bids (to come): ');
    expect(page.text('#account fieldset')).toContain('needs no permission, only a linked account');
  });

  it('says what was granted less than asked, and ticks only what was granted', async () => {
    const page = await openOptions(
      createScriptedBackground(
        { application },
        { 'account.link': () => ({ ...linked, scopes: ['Investments'], asked: ['Investments', 'SmSell'] }) },
      ),
    );
    await page.click('#permission-SmSell');
    await page.click('#permission-Investments');
    await page.click('#link');
    await page.see(() =>
      expect(page.text('#granted-less')).toBe('Bondora granted less than asked: sell your loan parts.'),
    );
    await page.see(() => expect(page.findAs(HTMLInputElement, '#permission-SmSell').checked).toBe(false));
    expect(page.findAs(HTMLInputElement, '#permission-Investments').checked).toBe(true);
  });

  it.each(['#link', '#link-token'])('leads from %s to the question when there is one', async (button) => {
    const background = createScriptedBackground(
      { application, account: linked },
      { 'account.link': () => asking, 'account.linkToken': () => asking },
    );
    const page = await openOptions(background);
    await page.see(() => expect(background.countOpen()).toBeGreaterThanOrEqual(openAtRest));
    await page.type('#token', 'token');
    await page.click(button);
    await page.see(() => expect(page.text('#status')).toContain('which account is it?'));
    await page.see(() => expect(document.activeElement?.id).toBe('account-question-title'));
  });

  it('waits for an application', async () => {
    const page = await openOptions(createScriptedBackground());
    expect(page.findAs(HTMLButtonElement, '#link').disabled).toBe(true);
    expect(page.text('#account')).toContain('Save the application’s id and secret first.');
  });

  it('asks for nothing unless the user ticks it', async () => {
    const background = createScriptedBackground({ application });
    const page = await openOptions(background);
    await page.click('#link');
    await page.see(() => expect(page.text('#status')).toBe('Account linked.'));
    await page.click('#permission-SmSell');
    await page.click('#permission-Investments');
    await page.click('#permission-SmSell');
    await page.see(() => expect(page.findAs(HTMLInputElement, '#permission-Investments').checked).toBe(true));
    await page.click('#link');
    await page.see(() => expect(page.text('#link-state')).toContain('see your investments'));
    expect(background.sent).toEqual([
      ['account.link', { scopes: [] }],
      ['account.link', { scopes: ['Investments'] }],
    ]);
  });

  it('says why it failed', async () => {
    const page = await openOptions(
      createScriptedBackground(
        { application },
        { 'account.link': refuse('wrong-credentials', 'Bondora did not accept the secret.') },
      ),
    );
    await page.click('#link');
    await page.see(() => expect(page.text('#problem')).toBe('Bondora did not accept the secret.'));
    expect(page.findAs(HTMLButtonElement, '#link').disabled).toBe(false);
  });

  it('takes a token, warns of it, and shows it no more', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    expect(page.text('#account')).toContain('whoever has it can do everything');
    await page.type('#token', ' far-reaching ');
    await page.click('#link-token');
    await page.see(() => expect(page.text('#link-state')).toContain('Linked by a pasted token.'));
    expect(background.sent).toEqual([['account.linkToken', { token: 'far-reaching' }]]);
    expect(page.findAs(HTMLInputElement, '#token').value).toBe('');
  });

  it('keeps a token in its field when it was not accepted', async () => {
    const page = await openOptions(
      createScriptedBackground(
        {},
        { 'account.linkToken': refuse('unauthorized', 'Bondora does not know this token.') },
      ),
    );
    await page.type('#token', 'wrong');
    await page.click('#link-token');
    await page.see(() => expect(page.text('#problem')).toBe('Bondora does not know this token.'));
    expect(page.findAs(HTMLInputElement, '#token').value).toBe('wrong');
  });

  it('can be undone', async () => {
    const background = createScriptedBackground({ account: linked });
    const page = await openOptions(background);
    await page.click('#unlink');
    await page.see(() => expect(page.text('#link-state')).toContain('Linking adds your balance'));
    expect(page.text('#status')).toBe('Account unlinked.');
  });

  it('shows the account’s standing problem', async () => {
    const page = await openOptions(
      createScriptedBackground({ account: { ...linked, problem: 'The sign-in has ended.' } }),
    );
    await page.see(() => expect(page.text('#problem')).toBe('The sign-in has ended.'));
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  createScriptedBackground,
  linked,
  market,
  myAccount,
  refuse,
  savings,
  twoAccounts,
} from './scripted-background.ts';
import { openPopup } from './open-popup.tsx';

const choose = '#account-switch';

describe('the popup with several accounts', () => {
  it('calls a single account by its name and offers nothing to switch', async () => {
    const page = await openPopup(createScriptedBackground({ account: { ...linked, label: 'Mine' } }));
    await page.see(() => expect(page.text('#account-title')).toBe('Mine'));
    expect(page.has(choose)).toBe(false);
  });

  it('names them all, says which are not linked, and shows the active one', async () => {
    const page = await openPopup(createScriptedBackground({ account: twoAccounts, market }));
    await page.see(() => page.find(choose));
    const select = page.findAs(HTMLSelectElement, choose);
    expect([...select.options].map(({ text }) => text)).toEqual(['My account', 'Savings (not linked)']);
    expect(select.value).toBe(myAccount.id);
    expect(page.text(`#${select.getAttribute('aria-labelledby')}`)).toBe('Account');
  });

  it('turns to another one, with its figures', async () => {
    const background = createScriptedBackground({ account: twoAccounts, market });
    const page = await openPopup(background);
    await page.see(() => page.find(choose));
    await page.type(choose, savings.id);
    await page.leave(choose);
    await page.see(() => expect(page.text('#account')).toContain('Not linked'));
    expect(page.findAs(HTMLSelectElement, choose).value).toBe(savings.id);
    expect(page.has('#available')).toBe(false);
    expect(background.sent).toEqual([['account.activate', { id: savings.id }]]);
  });

  it('goes back to the one that is shown when it could not be left, and says why', async () => {
    const page = await openPopup(
      createScriptedBackground(
        { account: twoAccounts },
        { 'account.activate': refuse('not-found', 'This account is not known here any more.') },
      ),
    );
    await page.see(() => page.find(choose));
    await page.type(choose, savings.id);
    await page.leave(choose);
    await page.see(() => expect(page.text('#problem')).toBe('This account is not known here any more.'));
    await page.see(() => expect(page.findAs(HTMLSelectElement, choose).value).toBe(myAccount.id));
  });

  it('tells what went wrong with one account no more once another is shown', async () => {
    const background = createScriptedBackground(
      { account: twoAccounts },
      { 'account.readBalance': refuse('server', 'Bondora’s server failed.') },
    );
    const page = await openPopup(background);
    await page.see(() => page.find('#refresh-balance'));
    await page.click('#refresh-balance');
    await page.see(() => expect(page.text('#problem')).toBe('Bondora’s server failed.'));
    await page.type(choose, savings.id);
    await page.leave(choose);
    await page.see(() => expect(page.text('#account')).toContain('Not linked'));
    await page.see(() => expect(page.text('#problem')).toBe(''));
  });
});

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  asking,
  createScriptedBackground,
  linked,
  myAccount,
  refuse,
  savings,
  twoAccounts,
  openAtRest,
} from '#test/unit/popup/scripted-background.ts';
import { openOptions } from './open-options.tsx';

const nameField = `#name-${savings.id}`;
const rename = `#rename-${savings.id}`;

describe('the list of accounts', () => {
  it('tells of each whether it is linked, and which one is shown', async () => {
    const page = await openOptions(createScriptedBackground({ account: twoAccounts }));
    expect(page.text(`#account-${myAccount.id}`)).toContain('My account');
    expect(page.text(`#account-${myAccount.id} .bl-badge`)).toBe('Linked');
    expect(page.find(`#account-${myAccount.id}`).getAttribute('aria-current')).toBe('true');
    expect(page.text(`#account-${savings.id} .bl-badge`)).toBe('Not linked');
    expect(page.find(`#account-${savings.id}`).hasAttribute('aria-current')).toBe(false);
    expect(page.has(`#account-${myAccount.id} #unlink`)).toBe(true);
    expect(page.has(`#switch-to-${myAccount.id}`)).toBe(false);
  });

  it('turns to another account, and says so', async () => {
    const background = createScriptedBackground({ account: twoAccounts });
    const page = await openOptions(background);
    await page.click(`#switch-to-${savings.id}`);
    await page.see(() => expect(page.text('#status')).toBe('“Savings” is shown now.'));
    await page.see(() => expect(page.has(`#switch-to-${myAccount.id}`)).toBe(true));
    expect(page.has('#unlink')).toBe(false);
    expect(background.sent).toEqual([['account.activate', { id: savings.id }]]);
  });

  it('says why an account could not be shown', async () => {
    const page = await openOptions(
      createScriptedBackground(
        { account: twoAccounts },
        { 'account.activate': refuse('not-found', 'This account is not known here any more.') },
      ),
    );
    await page.click(`#switch-to-${savings.id}`);
    await page.see(() => expect(page.text('#problem')).toBe('This account is not known here any more.'));
  });
});

describe('renaming an account', () => {
  it('puts the focus into the name and back to where it was', async () => {
    const background = createScriptedBackground({ account: twoAccounts });
    const page = await openOptions(background);
    page.find(rename).focus();
    await page.click(rename);
    await page.see(() => expect(document.activeElement?.id).toBe(`name-${savings.id}`));
    expect(page.find(nameField).getAttribute('aria-label')).toBe('New name of Savings');
    await page.type(nameField, ' For the children ');
    await page.click(`#keep-name-${savings.id}`);
    await page.see(() => expect(page.text('#status')).toBe('The account is called “For the children” now.'));
    await page.see(() => expect(document.activeElement?.id).toBe(`rename-${savings.id}`));
    expect(page.text(`#account-${savings.id} b`)).toBe('For the children');
    expect(background.sent).toEqual([['account.rename', { id: savings.id, label: 'For the children' }]]);
  });

  it('is given up by Escape', async () => {
    const background = createScriptedBackground({ account: twoAccounts });
    const page = await openOptions(background);
    await page.click(rename);
    await page.type(nameField, 'Other');
    page.find(nameField).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await page.see(() => expect(page.has(nameField)).toBe(false));
    await page.see(() => expect(document.activeElement?.id).toBe(`rename-${savings.id}`));
    expect(page.text(`#account-${savings.id} b`)).toBe('Savings');
    expect(background.sent).toEqual([]);
  });

  it('asks nothing of the background when the name stays', async () => {
    const background = createScriptedBackground({ account: twoAccounts });
    const page = await openOptions(background);
    await page.click(rename);
    await page.click(`#keep-name-${savings.id}`);
    await page.see(() => expect(page.has(nameField)).toBe(false));
    expect(background.sent).toEqual([]);
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    const page = await openOptions(
      createScriptedBackground(
        { account: twoAccounts },
        { 'account.rename': refuse('invalid-input', 'Give the account a name.') },
      ),
    );
    await page.click(rename);
    await page.type(nameField, ' ');
    await page.click(`#keep-name-${savings.id}`);
    await page.see(() => expect(page.text('#problem')).toBe('Give the account a name.'));
    expect(page.findAs(HTMLInputElement, nameField).value).toBe(' ');
  });
});

describe('the question in the options', () => {
  it('is answered there too, and tells how it went', async () => {
    const background = createScriptedBackground({ account: asking });
    const page = await openOptions(background);
    await page.click('#identify-other');
    await page.see(() => expect(page.text('#status')).toBe('Linked as “Savings”.'));
    expect(page.has('#account-question')).toBe(false);
    expect(page.has(`#switch-to-${myAccount.id}`)).toBe(true);
  });

  it('tells when it was answered elsewhere', async () => {
    const background = createScriptedBackground({ account: asking });
    const page = await openOptions(background);
    await page.see(() => page.find('#account-question'));
    await page.see(() => expect(background.countOpen()).toBeGreaterThanOrEqual(openAtRest));
    background.knows.account = linked;
    background.pulse('account');
    await page.see(() => expect(page.text('#status')).toBe('Linked as “My account”.'));
  });

  it('stays when the answer could not be kept, and says why', async () => {
    const page = await openOptions(
      createScriptedBackground(
        { account: asking },
        { 'account.identify': refuse('disk-full', 'The disk is full.') },
      ),
    );
    await page.click('#identify-other');
    await page.see(() => expect(page.text('#problem')).toBe('The disk is full.'));
    expect(page.has('#account-question')).toBe(true);
  });
});

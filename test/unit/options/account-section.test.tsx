// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  application,
  createScriptedBackground,
  linked,
  refuse,
} from '#test/unit/popup/scripted-background.ts';
import { openOptions } from './open-options.tsx';

describe('the options’ application', () => {
  it('is saved with its host, and the secret is shown no more', async () => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.type('#client-id', ' abc123 ');
    await page.type('#client-secret', 'secret-of-it ');
    await page.type('#sign-in-host', 'www.bondora.com');
    await page.leave('#sign-in-host');
    await page.click('#save-application');
    await page.see(() => expect(page.text('#status')).toBe('Application saved.'));
    expect(background.sent).toEqual([
      [
        'application.save',
        { clientId: 'abc123', clientSecret: 'secret-of-it', signInHost: 'www.bondora.com' },
      ],
    ]);
    expect(page.findAs(HTMLInputElement, '#client-id').value).toBe('abc123');
    expect(page.findAs(HTMLInputElement, '#client-secret').value).toBe('');
    expect(page.text('#client-secret-hint')).toBe('Stored. Enter a new one to replace it.');
    expect(page.findAs(HTMLSelectElement, '#sign-in-host').value).toBe('www.bondora.com');
    expect(document.body.outerHTML).not.toContain('secret-of-it');
  });

  it('keeps the stored secret when only the host changes', async () => {
    const background = createScriptedBackground({ application });
    const page = await openOptions(background);
    await page.type('#sign-in-host', 'www.bondora.com');
    await page.leave('#sign-in-host');
    await page.click('#save-application');
    await page.see(() => expect(page.text('#status')).toBe('Application saved.'));
    expect(background.sent).toEqual([
      ['application.save', { clientId: 'abc123', clientSecret: null, signInHost: 'www.bondora.com' }],
    ]);
  });

  it('wants a new secret with a new id', async () => {
    const background = createScriptedBackground({ application });
    const page = await openOptions(background);
    await page.type('#client-id', 'another');
    await page.click('#save-application');
    await page.see(() =>
      expect(page.text('#problem')).toContain('secret that belongs to this application id'),
    );
    expect(background.sent).toEqual([]);
  });

  it('keeps what was typed when it is refused', async () => {
    const background = createScriptedBackground(
      {},
      {
        'application.save': refuse('invalid-input', 'An application id consists of letters and digits.'),
      },
    );
    const page = await openOptions(background);
    await page.type('#client-id', 'not good!');
    await page.type('#client-secret', 'typed');
    await page.click('#save-application');
    await page.see(() =>
      expect(page.text('#problem')).toBe('An application id consists of letters and digits.'),
    );
    expect(page.findAs(HTMLInputElement, '#client-id').value).toBe('not good!');
    expect(page.findAs(HTMLInputElement, '#client-secret').value).toBe('typed');
    expect(page.text('#status')).toBe('');
  });

  it('shows the redirect address and copies it', async () => {
    const copy = vi.fn(() => Promise.resolve());
    const page = await openOptions(createScriptedBackground(), copy);
    expect(page.findAs(HTMLInputElement, '#redirect-url').value).toBe('https://abc.chromiumapp.org/');
    await page.click('[aria-label="Copy: Callback URL"]');
    await page.see(() => expect(page.text('#status')).toBe('Callback URL copied.'));
    expect(copy).toHaveBeenCalledExactlyOnceWith('https://abc.chromiumapp.org/');
  });

  it('says what to do when copying is not allowed', async () => {
    const page = await openOptions(createScriptedBackground(), () => Promise.reject(new Error('no')));
    await page.click('[aria-label="Copy: Callback URL"]');
    await page.see(() => expect(page.text('#problem')).toContain('copy it by hand'));
  });
});

describe('linking from the options', () => {
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
    await page.see(() => expect(page.text('#link-state')).toContain('By a pasted token.'));
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
    await page.see(() => expect(page.text('#link-state')).toContain('Not linked'));
    expect(page.text('#status')).toBe('Account unlinked.');
  });

  it('shows the account’s standing problem', async () => {
    const page = await openOptions(
      createScriptedBackground({ account: { ...linked, problem: 'The sign-in has ended.' } }),
    );
    await page.see(() => expect(page.text('#problem')).toBe('The sign-in has ended.'));
  });
});

// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { application, createScriptedBackground, refuse } from '#test/unit/popup/scripted-background.ts';
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

// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { HostAccess } from '#components/settings/host-access.ts';
import { openPage, type RenderedPage } from '#test/unit/popup/rendered-page.tsx';
import {
  application,
  createScriptedBackground,
  linked,
  refuse,
  type ScriptedBackground,
} from '#test/unit/popup/scripted-background.ts';
import { Options } from '../../../entrypoints/options/options.tsx';

const granted: HostAccess = {
  has: () => Promise.resolve(true),
  request: () => Promise.resolve(true),
  onChange: () => undefined,
};

async function open(
  background: ScriptedBackground,
  copy: (text: string) => Promise<void> = () => Promise.resolve(),
): Promise<RenderedPage> {
  const page = await openPage(<Options hostAccess={granted} copy={copy} />, background);
  await page.see(() => page.find('#formula-text'));
  await page.see(() => page.find('#client-id'));
  return page;
}

describe('the options’ application', () => {
  it('is saved with its host, and the secret is shown no more', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
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
    expect(page.find<HTMLInputElement>('#client-id').value).toBe('abc123');
    expect(page.find<HTMLInputElement>('#client-secret').value).toBe('');
    expect(page.text('#client-secret-hint')).toBe('Stored. Enter a new one to replace it.');
    expect(page.find<HTMLSelectElement>('#sign-in-host').value).toBe('www.bondora.com');
    expect(document.body.outerHTML).not.toContain('secret-of-it');
  });

  it('keeps the stored secret when only the host changes', async () => {
    const background = createScriptedBackground({ application });
    const page = await open(background);
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
    const page = await open(background);
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
    const page = await open(background);
    await page.type('#client-id', 'not good!');
    await page.type('#client-secret', 'typed');
    await page.click('#save-application');
    await page.see(() =>
      expect(page.text('#problem')).toBe('An application id consists of letters and digits.'),
    );
    expect(page.find<HTMLInputElement>('#client-id').value).toBe('not good!');
    expect(page.find<HTMLInputElement>('#client-secret').value).toBe('typed');
    expect(page.text('#status')).toBe('');
  });

  it('shows the redirect address and copies it', async () => {
    const copy = vi.fn(() => Promise.resolve());
    const page = await open(createScriptedBackground(), copy);
    expect(page.find<HTMLInputElement>('#redirect-url').value).toBe('https://abc.chromiumapp.org/');
    await page.click('[aria-label="Copy: Callback URL"]');
    await page.see(() => expect(page.text('#status')).toBe('Callback URL copied.'));
    expect(copy).toHaveBeenCalledExactlyOnceWith('https://abc.chromiumapp.org/');
  });

  it('says what to do when copying is not allowed', async () => {
    const page = await open(createScriptedBackground(), () => Promise.reject(new Error('no')));
    await page.click('[aria-label="Copy: Callback URL"]');
    await page.see(() => expect(page.text('#problem')).toContain('copy it by hand'));
  });
});

describe('linking from the options', () => {
  it('waits for an application', async () => {
    const page = await open(createScriptedBackground());
    expect(page.find<HTMLButtonElement>('#link').disabled).toBe(true);
    expect(page.text('#account')).toContain('Save the application’s id and secret first.');
  });

  it('asks for nothing unless the user ticks it', async () => {
    const background = createScriptedBackground({ application });
    const page = await open(background);
    await page.click('#link');
    await page.see(() => expect(page.text('#status')).toBe('Account linked.'));
    await page.click('#permission-SmSell');
    await page.click('#permission-Investments');
    await page.click('#permission-SmSell');
    await page.see(() => expect(page.find<HTMLInputElement>('#permission-Investments').checked).toBe(true));
    await page.click('#link');
    await page.see(() => expect(page.text('#link-state')).toContain('see your investments'));
    expect(background.sent).toEqual([
      ['account.link', { scopes: [] }],
      ['account.link', { scopes: ['Investments'] }],
    ]);
  });

  it('says why it failed', async () => {
    const page = await open(
      createScriptedBackground(
        { application },
        { 'account.link': refuse('wrong-credentials', 'Bondora did not accept the secret.') },
      ),
    );
    await page.click('#link');
    await page.see(() => expect(page.text('#problem')).toBe('Bondora did not accept the secret.'));
    expect(page.find<HTMLButtonElement>('#link').disabled).toBe(false);
  });

  it('takes a token, warns of it, and shows it no more', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    expect(page.text('#account')).toContain('whoever has it can do everything');
    await page.type('#token', ' far-reaching ');
    await page.click('#link-token');
    await page.see(() => expect(page.text('#link-state')).toContain('By a pasted token.'));
    expect(background.sent).toEqual([['account.linkToken', { token: 'far-reaching' }]]);
    expect(page.find<HTMLInputElement>('#token').value).toBe('');
  });

  it('keeps a token in its field when it was not accepted', async () => {
    const page = await open(
      createScriptedBackground(
        {},
        { 'account.linkToken': refuse('unauthorized', 'Bondora does not know this token.') },
      ),
    );
    await page.type('#token', 'wrong');
    await page.click('#link-token');
    await page.see(() => expect(page.text('#problem')).toBe('Bondora does not know this token.'));
    expect(page.find<HTMLInputElement>('#token').value).toBe('wrong');
  });

  it('can be undone', async () => {
    const background = createScriptedBackground({ account: linked });
    const page = await open(background);
    await page.click('#unlink');
    await page.see(() => expect(page.text('#link-state')).toContain('Not linked'));
    expect(page.text('#status')).toBe('Account unlinked.');
  });

  it('shows the account’s standing problem', async () => {
    const page = await open(
      createScriptedBackground({ account: { ...linked, problem: 'The sign-in has ended.' } }),
    );
    await page.see(() => expect(page.text('#problem')).toBe('The sign-in has ended.'));
  });
});

describe('the columns', () => {
  it('are left out and taken in again at the end', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    await page.click('#column-discount');
    await page.see(() => expect(page.find<HTMLInputElement>('#column-discount').checked).toBe(false));
    await page.click('#column-discount');
    await page.see(() => expect(background.sent).toHaveLength(2));
    const rest = ['yieldToMaturity', 'paymentsLeft', 'daysLate', 'shareOfTermPaid', 'formula'];
    expect(background.sent.map(([, parts]) => parts)).toEqual([
      { columns: { on: true, shown: rest } },
      { columns: { on: true, shown: [...rest, 'discount'] } },
    ]);
  });

  it('move by keyboard: the button keeps the focus, and the new place is told', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    page.find('#column-shareOfTermPaid-down').focus();
    await page.click('#column-shareOfTermPaid-down');
    await page.see(() => expect(page.text('#status')).toBe('Term paid is now column 6 of 6.'));
    await page.see(() =>
      expect(page.find<HTMLButtonElement>('#column-shareOfTermPaid-down').disabled).toBe(true),
    );
    expect(document.activeElement?.id).toBe('column-shareOfTermPaid-up');
    expect(background.knows.preferences.columns.shown.slice(-2)).toEqual(['formula', 'shareOfTermPaid']);
  });

  it('say when a choice could not be kept, and go back', async () => {
    const page = await open(
      createScriptedBackground({}, { 'preferences.change': refuse('disk-full', 'The disk is full.') }),
    );
    await page.click('#column-daysLate');
    await page.see(() => expect(page.text('#problem')).toBe('The disk is full.'));
    await page.see(() => expect(page.find<HTMLInputElement>('#column-daysLate').checked).toBe(true));
  });
});

describe('the user’s own column', () => {
  it('is checked while it is typed and kept when it is right', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    await page.type('#formula-text', 'price - principal remaining');
    await page.see(() => expect(page.text('#formula-verdict')).toBe('Gives an amount in euros.'));
    expect(background.sent).toEqual([]);
    await page.leave('#formula-text');
    await page.see(() => expect(page.text('#status')).toBe('Your column is saved.'));
    expect(background.knows.preferences.formulaColumn).toEqual({
      title: 'Payments / price',
      formula: 'price - principal remaining',
    });
  });

  it('is not kept with a fault, which is pointed at, and its text stays', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    await page.type('#formula-text', 'prise * 2');
    await page.leave('#formula-text');
    await page.see(() => expect(page.text('#formula-verdict mark')).toBe('prise'));
    expect(page.text('#formula-verdict')).toContain('Did you mean “price”?');
    expect(page.find('#formula-text').getAttribute('aria-invalid')).toBe('true');
    expect(background.sent).toEqual([]);
    expect(page.find<HTMLTextAreaElement>('#formula-text').value).toBe('prise * 2');
  });

  it('can be renamed while its formula is still being written', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    await page.type('#formula-text', 'prise');
    await page.see(() => page.find('#formula-verdict mark'));
    await page.type('#formula-title', 'Mine');
    await page.leave('#formula-title');
    await page.see(() => expect(background.knows.preferences.formulaColumn.title).toBe('Mine'));
    expect(background.knows.preferences.formulaColumn.formula).toBe('future scheduled payments / price');
    expect(page.find<HTMLTextAreaElement>('#formula-text').value).toBe('prise');
    await page.see(() => expect(page.text('label[for="column-formula"]')).toBe('Mine'));
  });
});

describe('the filter', () => {
  it('fades or hides as chosen', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    expect(page.find<HTMLInputElement>('#filter-effect-fade').checked).toBe(true);
    await page.click('#filter-effect-hide');
    await page.see(() => expect(background.knows.preferences.filter.effect).toBe('hide'));
  });
});

describe('the options as a page', () => {
  it('leads from its contents to each section', async () => {
    const page = await open(createScriptedBackground());
    const targets = [...page.find('nav').querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(targets).toEqual(['#welcome', '#account', '#columns', '#data']);
    for (const target of targets) expect(page.find(`section${target} h2`).textContent).not.toBe('');
  });

  it('labels every field', async () => {
    const page = await open(createScriptedBackground());
    const unlabelled = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
      (field) => (field.labels?.length ?? 0) === 0,
    );
    expect(unlabelled.map((field) => field.id)).toEqual([]);
    expect(page.has('#client-id')).toBe(true);
  });
});

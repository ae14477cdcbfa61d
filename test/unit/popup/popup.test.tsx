// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { HostAccess } from '#components/settings/host-access.ts';
import { Popup } from '../../../entrypoints/popup/popup.tsx';
import { openPage, type RenderedPage } from './rendered-page.tsx';
import {
  application,
  createScriptedBackground,
  linked,
  market,
  minute,
  notLinked,
  refuse,
  start,
  type ScriptedBackground,
} from './scripted-background.ts';

const granted: HostAccess = {
  has: () => Promise.resolve(true),
  request: () => Promise.resolve(true),
  onChange: () => undefined,
};
const onOptions = vi.fn();

function open(background: ScriptedBackground, hostAccess = granted): Promise<RenderedPage> {
  return openPage(<Popup hostAccess={hostAccess} onOptions={onOptions} />, background);
}

describe('the popup without an account', () => {
  it('leads to the options as the first step', async () => {
    onOptions.mockClear();
    const page = await open(createScriptedBackground());
    await page.see(() => expect(page.text('#account')).toContain('first register an application'));
    expect(page.text('#account')).toContain('without any account');
    expect(page.has('#link')).toBe(false);
    await page.click('#set-up');
    await page.click('#open-options');
    expect(onOptions).toHaveBeenCalledTimes(2);
  });

  it('keeps the market back, and says why', async () => {
    const page = await open(createScriptedBackground());
    await page.see(() => expect(page.text('#market')).toContain('Needs a linked account.'));
    expect(page.find<HTMLButtonElement>('#pull').disabled).toBe(true);
    expect(page.text('#market-age')).toBe('never pulled');
  });

  it('links with no permissions once an application is entered', async () => {
    const background = createScriptedBackground({ application });
    const page = await open(background);
    await page.see(() => page.find('#link'));
    await page.click('#link');
    await page.see(() => expect(page.text('#account')).toContain('Linked on Bondora’s own page'));
    expect(background.sent).toEqual([['account.link', { scopes: [] }]]);
  });

  it('says why a sign-in failed and offers it again', async () => {
    const sentence = 'You did not agree on Bondora’s page.';
    const background = createScriptedBackground(
      { application },
      { 'account.link': refuse('sign-in-refused', sentence) },
    );
    const page = await open(background);
    await page.see(() => page.find('#link'));
    await page.click('#link');
    await page.see(() => expect(page.text('#problem')).toBe(sentence));
    expect(page.find<HTMLButtonElement>('#link').disabled).toBe(false);
  });
});

describe('the popup with an account', () => {
  it('shows the balance for people and for machines, and its age', async () => {
    const page = await open(createScriptedBackground({ account: linked }));
    await page.see(() => expect(page.text('#available')).toBe('1,422.23 €'));
    expect(page.text('#balance')).toBe('1,487.23 €');
    expect(page.text('#reserved')).toBe('65.00 €');
    expect(page.find<HTMLDataElement>('#balance').value).toBe('1487.226');
    expect(page.text('#balance-age')).toBe('4 minutes ago');
    expect(page.text('#permissions')).toContain('May read your balance and the market, nothing else.');
  });

  it('lets ages grow while it is open', async () => {
    const background = createScriptedBackground({ account: linked, market });
    const page = await open(background);
    await page.see(() => expect(background.countOpen()).toBe(5));
    background.pass(minute);
    await page.see(() => expect(page.text('#balance-age')).toBe('5 minutes ago'));
    expect(page.text('#market-age')).toBe('13 minutes old');
  });

  it('asks for the balance anew when it may, and else says when', async () => {
    const background = createScriptedBackground({ account: linked });
    background.answers['account.readBalance'] = () =>
      (background.knows.account = { ...linked, balanceFreeAt: start + 5 * minute });
    const page = await open(background);
    await page.see(() => expect(page.text('#refresh-balance')).toBe('Refresh'));
    await page.click('#refresh-balance');
    await page.see(() => expect(page.text('#refresh-balance')).toMatch(/^Next call free at .*05/));
    expect(page.find<HTMLButtonElement>('#refresh-balance').disabled).toBe(true);
    background.pass(5 * minute);
    await page.see(() => expect(page.text('#refresh-balance')).toBe('Refresh'));
    expect(background.sent).toEqual([['account.readBalance', {}]]);
  });

  it('warns of what a pasted token may do', async () => {
    const page = await open(
      createScriptedBackground({ account: { ...linked, by: 'pasted-token', scopes: null } }),
    );
    await page.see(() => expect(page.text('#permissions')).toContain('Linked by a pasted token.'));
    expect(page.text('#permissions')).toContain('allows everything');
  });

  it('unlinks', async () => {
    const page = await open(createScriptedBackground({ account: linked }));
    await page.see(() => page.find('#unlink'));
    await page.click('#unlink');
    await page.see(() => expect(page.text('#account')).toContain('Not linked'));
  });

  it('shows a change that happened elsewhere', async () => {
    const background = createScriptedBackground({ account: linked });
    const page = await open(background);
    background.knows.account = notLinked;
    background.pulse('account');
    await page.see(() => expect(page.text('#account')).toContain('Not linked'));
  });
});

describe('the popup’s market', () => {
  it('shows listings, age and calls left', async () => {
    const page = await open(createScriptedBackground({ account: linked, market }));
    await page.see(() => expect(page.text('#market-listings')).toBe('38,412'));
    expect(page.text('#market-age')).toBe('12 minutes old');
    expect(page.text('#market')).toContain('4 of 5 calls left this hour');
    expect(page.has('#next-free')).toBe(false);
  });

  it('shows a pull from its start to its end', async () => {
    const background = createScriptedBackground({ account: linked, market });
    let finish: (status: typeof market) => void = () => undefined;
    background.answers['market.pull'] = () => new Promise((resolve) => (finish = resolve));
    const page = await open(background);
    await page.see(() => expect(page.find<HTMLButtonElement>('#pull').disabled).toBe(false));
    await page.click('#pull');
    await page.see(() => expect(page.text('#pull')).toBe('Pulling…'));
    expect(page.text('#pull-progress')).toContain('Waiting for Bondora’s answer');
    background.knows.market = { ...market, running: true, progress: { received: 23_400, total: 40_120 } };
    background.pulse('market');
    await page.see(() => expect(page.text('#pull-progress')).toContain('23,400 of 40,120'));
    expect(page.find<HTMLProgressElement>('progress').position).toBeCloseTo(23_400 / 40_120);
    finish({ ...market, listings: 40_120, pulledAt: start, callsLeft: 3 });
    await page.see(() => expect(page.text('#market-listings')).toBe('40,120'));
    expect(page.has('#pull-progress')).toBe(false);
    expect(page.text('#calls-left')).toBe('3');
  });

  it('waits for the next free call and then allows it by itself', async () => {
    const background = createScriptedBackground({
      account: linked,
      market: { ...market, callsLeft: 0, nextFreeAt: start + 2 * minute },
    });
    const page = await open(background);
    await page.see(() => expect(page.text('#next-free')).toMatch(/next free at .*02/));
    expect(page.find<HTMLButtonElement>('#pull').disabled).toBe(true);
    await page.see(() => expect(background.countOpen()).toBe(5));
    background.pass(2 * minute);
    await page.see(() => expect(page.find<HTMLButtonElement>('#pull').disabled).toBe(false));
    expect(page.has('#next-free')).toBe(false);
  });
});

describe('what went wrong', () => {
  it('is told in one sentence each, the same one once, and loses no figure', async () => {
    const sentence = 'Bondora answered with an error.';
    const background = createScriptedBackground(
      {
        account: { ...linked, problem: sentence },
        application,
        market: { ...market, problem: 'The mirror is old.' },
      },
      { 'market.pull': refuse('server', sentence) },
    );
    const page = await open(background);
    await page.see(() => page.find('#problem p'));
    await page.click('#pull');
    await page.see(() => expect(background.sent).toHaveLength(1));
    await page.see(() => expect(page.find<HTMLButtonElement>('#pull').disabled).toBe(false));
    expect([...page.find('#problem').children].map((line) => line.textContent)).toEqual([
      sentence,
      'The mirror is old.',
    ]);
    expect(page.find('#problem').getAttribute('role')).toBe('alert');
    expect(page.text('#available')).toBe('1,422.23 €');
    expect(page.text('#market-listings')).toBe('38,412');
    expect(page.text('#link')).toBe('Link again');
  });

  it('is told when the background gives no answer at all', async () => {
    const gone = refuse('context-lost', 'Bondlens was updated or removed. Reload this tab.');
    const page = await open(
      createScriptedBackground(
        {},
        {
          'account.status': gone,
          'application.status': gone,
          'market.status': gone,
          'preferences.get': gone,
        },
      ),
    );
    await page.see(() =>
      expect(page.text('#problem')).toBe('Bondlens was updated or removed. Reload this tab.'),
    );
    expect(page.find<HTMLButtonElement>('#switch-overlay').disabled).toBe(true);
  });
});

describe('the switches', () => {
  it('are labelled switches that show what is chosen', async () => {
    const page = await open(createScriptedBackground());
    for (const part of ['overlay', 'columns', 'filter', 'notes']) {
      const control = page.find<HTMLButtonElement>(`#switch-${part}`);
      await page.see(() => expect(control.getAttribute('aria-checked')).toBe('true'));
      expect(control.getAttribute('role')).toBe('switch');
      expect(control.labels[0]?.textContent).not.toBe('');
    }
  });

  it('change their own part only, at once', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    await page.see(() => expect(page.find<HTMLButtonElement>('#switch-filter').disabled).toBe(false));
    await page.click('#switch-filter');
    await page.click('#switch-notes');
    await page.click('#switch-overlay');
    await page.see(() => expect(background.sent).toHaveLength(3));
    expect(background.sent.map(([, parts]) => parts)).toEqual([
      { filter: { on: false, formula: '', effect: 'fade' } },
      { notes: { on: false } },
      { overlay: false },
    ]);
    for (const part of ['overlay', 'filter', 'notes'])
      await page.see(() => expect(page.find(`#switch-${part}`).getAttribute('aria-checked')).toBe('false'));
    expect(page.find('#switch-columns').getAttribute('aria-checked')).toBe('true');
  });

  it('go back when the choice could not be kept, and say so', async () => {
    const background = createScriptedBackground(
      {},
      { 'preferences.change': refuse('storage', 'The browser could not keep it.') },
    );
    const page = await open(background);
    await page.see(() => expect(page.find<HTMLButtonElement>('#switch-notes').disabled).toBe(false));
    await page.click('#switch-notes');
    await page.see(() => expect(page.text('#problem')).toBe('The browser could not keep it.'));
    await page.see(() => expect(page.find('#switch-notes').getAttribute('aria-checked')).toBe('true'));
  });

  it('follow a change from another page', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    background.knows.preferences = { ...background.knows.preferences, overlay: false };
    background.pulse('preferences');
    await page.see(() => expect(page.text('#on-the-page')).toContain('as Bondora made them'));
  });
});

describe('the popup’s end', () => {
  it('leaves no timer and no listener behind', async () => {
    const background = createScriptedBackground();
    const page = await open(background);
    await page.see(() => expect(background.countOpen()).toBe(5));
    page.close();
    await page.see(() => expect(background.countOpen()).toBe(0));
  });
});

describe('access to bondora.com', () => {
  it('is asked for from a click where the browser withholds it', async () => {
    const request = vi.fn(() => Promise.resolve(true));
    const page = await open(createScriptedBackground(), {
      ...granted,
      has: () => Promise.resolve(false),
      request,
    });
    await page.see(() => page.find('#grant-host-access'));
    expect(request).not.toHaveBeenCalled();
    await page.click('#grant-host-access');
    await page.see(() => expect(page.has('#host-access')).toBe(false));
    expect(request).toHaveBeenCalledOnce();
  });
});

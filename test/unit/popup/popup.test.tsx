// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  application,
  createScriptedBackground,
  linked,
  market,
  notLinked,
  refuse,
  openAtRest,
} from './scripted-background.ts';
import { granted, openPopup } from './open-popup.tsx';

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
    const page = await openPopup(background);
    await page.see(() => page.find('#problem p'));
    await page.click('#pull');
    await page.see(() => expect(background.sent).toHaveLength(1));
    await page.see(() => expect(page.findAs(HTMLButtonElement, '#pull').disabled).toBe(false));
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
    const page = await openPopup(
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
    expect(page.findAs(HTMLButtonElement, '#switch-overlay').disabled).toBe(true);
  });
});

describe('a change while the popup asks for the first time', () => {
  it('is not lost behind an older answer', async () => {
    const background = createScriptedBackground({ account: linked });
    let answer: (account: typeof linked) => void = () => undefined;
    background.answers['account.status'] = () => new Promise((resolve) => (answer = resolve));
    const opening = openPopup(background);
    await vi.waitFor(() => expect(background.countOpen()).toBe(openAtRest));
    const late = answer;
    delete background.answers['account.status'];
    background.knows.account = notLinked;
    background.pulse('account');
    late(linked);
    const page = await opening;
    await page.see(() => expect(page.text('#account')).toContain('Not linked'));
  });
});

describe('the popup’s end', () => {
  it('leaves no timer and no listener behind', async () => {
    const background = createScriptedBackground();
    const page = await openPopup(background);
    await page.see(() => expect(background.countOpen()).toBe(openAtRest));
    page.close();
    await page.see(() => expect(background.countOpen()).toBe(0));
  });
});

describe('access to bondora.com', () => {
  it('is asked for from a click where the browser withholds it', async () => {
    const request = vi.fn(() => Promise.resolve(true));
    const page = await openPopup(createScriptedBackground(), {
      hostAccess: { ...granted, has: () => Promise.resolve(false), request },
    });
    await page.see(() => page.find('#grant-host-access'));
    expect(request).not.toHaveBeenCalled();
    await page.click('#grant-host-access');
    await page.see(() => expect(page.has('#host-access')).toBe(false));
    expect(request).toHaveBeenCalledOnce();
  });
});

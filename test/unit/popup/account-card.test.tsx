// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  application,
  createScriptedBackground,
  linked,
  market,
  minute,
  notLinked,
  refuse,
  start,
  openAtRest,
} from './scripted-background.ts';
import { openPopup } from './open-popup.tsx';

describe('the popup without an account', () => {
  it('leads to the options as the first step', async () => {
    const onOptions = vi.fn();
    const page = await openPopup(createScriptedBackground(), { onOptions });
    await page.see(() => expect(page.text('#account')).toContain('first register an application'));
    expect(page.text('#account')).toContain('without any account');
    expect(page.has('#link')).toBe(false);
    await page.click('#set-up');
    await page.click('#open-options');
    expect(onOptions).toHaveBeenCalledTimes(2);
  });

  it('keeps the market back, and says why', async () => {
    const page = await openPopup(createScriptedBackground());
    await page.see(() => expect(page.text('#market')).toContain('Needs a linked account.'));
    expect(page.findAs(HTMLButtonElement, '#pull').disabled).toBe(true);
    expect(page.text('#market-age')).toBe('never pulled');
  });

  it('links with no permissions once an application is entered', async () => {
    const background = createScriptedBackground({ application });
    const page = await openPopup(background);
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
    const page = await openPopup(background);
    await page.see(() => page.find('#link'));
    await page.click('#link');
    await page.see(() => expect(page.text('#problem')).toBe(sentence));
    expect(page.findAs(HTMLButtonElement, '#link').disabled).toBe(false);
  });
});

describe('the popup with an account', () => {
  it('shows the balance for people and for machines, and its age', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked }));
    await page.see(() => expect(page.text('#available')).toBe('1,422.23 €'));
    expect(page.text('#balance')).toBe('1,487.23 €');
    expect(page.text('#reserved')).toBe('65.00 €');
    expect(page.findAs(HTMLDataElement, '#balance').value).toBe('1487.226');
    expect(page.text('#balance-age')).toBe('4 minutes ago');
    expect(page.text('#permissions')).toContain('May read your balance and the market, nothing else.');
  });

  it('lets ages grow while it is open', async () => {
    const background = createScriptedBackground({ account: linked, market });
    const page = await openPopup(background);
    await page.see(() => expect(background.countOpen()).toBe(openAtRest));
    background.pass(minute);
    await page.see(() => expect(page.text('#balance-age')).toBe('5 minutes ago'));
    expect(page.text('#market-age')).toBe('13 minutes old');
  });

  it('asks for the balance anew when it may, and else says when', async () => {
    const background = createScriptedBackground({ account: linked });
    background.answers['account.readBalance'] = () =>
      (background.knows.account = { ...linked, balanceFreeAt: start + 5 * minute });
    const page = await openPopup(background);
    await page.see(() => expect(page.text('#refresh-balance')).toBe('Refresh'));
    await page.click('#refresh-balance');
    await page.see(() => expect(page.text('#refresh-balance')).toMatch(/^Next call free at .*05/));
    expect(page.findAs(HTMLButtonElement, '#refresh-balance').disabled).toBe(true);
    background.pass(5 * minute);
    await page.see(() => expect(page.text('#refresh-balance')).toBe('Refresh'));
    expect(background.sent).toEqual([['account.readBalance', {}]]);
  });

  it('warns of what a pasted token may do', async () => {
    const page = await openPopup(
      createScriptedBackground({ account: { ...linked, by: 'pasted-token', scopes: null } }),
    );
    await page.see(() => expect(page.text('#permissions')).toContain('Linked by a pasted token.'));
    expect(page.text('#permissions')).toContain('allows everything');
  });

  it('tells which permissions were granted, and which were asked for in vain', async () => {
    const page = await openPopup(
      createScriptedBackground({
        account: { ...linked, scopes: ['Investments'], asked: ['Investments', 'SmSell'] },
      }),
    );
    await page.see(() => expect(page.text('#permissions')).toContain('and: see your investments.'));
    expect(page.text('#granted-less')).toBe('Bondora granted less than asked: sell your loan parts.');
  });

  it('tells until when Bondora takes no call, and no longer than that', async () => {
    const background = createScriptedBackground({
      account: { ...linked, problem: 'No further call.', problemEndsAt: start + 2 * minute },
      application,
    });
    const page = await openPopup(background);
    await page.see(() => expect(page.text('#problem')).toMatch(/^No further call\. .* free at .*02/));
    expect(page.has('#link')).toBe(false);
    await page.see(() => expect(background.countOpen()).toBe(openAtRest));
    background.pass(2 * minute);
    await page.see(() => expect(page.text('#problem')).toBe(''));
  });

  it('unlinks', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked }));
    await page.see(() => page.find('#unlink'));
    await page.click('#unlink');
    await page.see(() => expect(page.text('#account')).toContain('Not linked'));
  });

  it('shows a change that happened elsewhere', async () => {
    const background = createScriptedBackground({ account: linked });
    const page = await openPopup(background);
    background.knows.account = notLinked;
    background.pulse('account');
    await page.see(() => expect(page.text('#account')).toContain('Not linked'));
  });
});

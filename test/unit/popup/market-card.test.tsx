// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  createScriptedBackground,
  linked,
  market,
  minute,
  start,
  openAtRest,
} from './scripted-background.ts';
import { openPopup } from './open-popup.tsx';

describe('the popup’s market', () => {
  it('shows listings, age and calls left', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked, market }));
    await page.see(() => expect(page.text('#market-listings')).toBe('38,412'));
    expect(page.text('#market-age')).toBe('12 minutes old');
    expect(page.text('#market')).toContain('Calls left4 of 5');
    expect(page.has('#next-free')).toBe(false);
  });

  it('shows a pull from its start to its end', async () => {
    const background = createScriptedBackground({ account: linked, market });
    let finish: (status: typeof market) => void = () => undefined;
    background.answers['market.pull'] = () => new Promise((resolve) => (finish = resolve));
    const page = await openPopup(background);
    await page.see(() => expect(page.findAs(HTMLButtonElement, '#pull').disabled).toBe(false));
    await page.click('#pull');
    await page.see(() => expect(page.text('#pull')).toBe('Pulling…'));
    expect(page.text('#pull-progress')).toContain('Waiting for Bondora’s answer');
    background.knows.market = {
      ...market,
      running: true,
      progress: { part: 'listings', received: 23_400, total: 40_120 },
    };
    background.pulse('market');
    await page.see(() => expect(page.text('#pull-progress')).toContain('23,400 of 40,120'));
    expect(page.findAs(HTMLProgressElement, 'progress').position).toBeCloseTo(23_400 / 40_120);
    finish({ ...market, listings: 40_120, pulledAt: start, callsLeft: 3 });
    await page.see(() => expect(page.text('#market-listings')).toBe('40,120'));
    expect(page.has('#pull-progress')).toBe(false);
    expect(page.text('#calls-left')).toBe('3');
    expect(page.text('#pull')).toBe('Pull now');
  });

  it('says what comes next in the plan’s own words, and asks anew each minute', async () => {
    const background = createScriptedBackground({
      account: linked,
      market: {
        ...market,
        plan: ['Next full market in 9 minutes, 4 of 5 calls left this hour.', 'Details are wanted.'],
      },
    });
    const page = await openPopup(background);
    await page.see(() => expect(page.text('#outlook')).toMatch(/^Next full market in 9 minutes, .* hour\.$/));
    expect(page.text('#more-about-mirror')).toContain('Details are wanted.');
    await page.see(() => expect(background.countOpen()).toBe(openAtRest));
    background.knows.market = { ...market, plan: ['Next full market in 8 minutes.'] };
    background.pass(minute);
    await page.see(() => expect(page.text('#outlook')).toBe('Next full market in 8 minutes.'));
  });

  it('asks how many calls are left when the next one has become free', async () => {
    const background = createScriptedBackground({
      account: linked,
      market: { ...market, callsLeft: 0, nextFreeAt: start + 2 * minute },
    });
    const page = await openPopup(background);
    await page.see(() => expect(page.text('#calls-left')).toBe('0'));
    await page.see(() => expect(background.countOpen()).toBe(openAtRest));
    background.knows.market = { ...market, callsLeft: 5 };
    background.pass(2 * minute);
    await page.see(() => expect(page.text('#calls-left')).toBe('5'));
  });

  it('tells until when a pull is not possible', async () => {
    const refused = { ...market, problem: 'No further call.', problemEndsAt: start + 2 * minute };
    const page = await openPopup(createScriptedBackground({ account: linked, market: refused }));
    await page.see(() => expect(page.text('#problem')).toMatch(/^No further call\. .* free at .*02/));
  });

  it('waits for the next free call and then allows it by itself', async () => {
    const background = createScriptedBackground({
      account: linked,
      market: { ...market, callsLeft: 0, nextFreeAt: start + 2 * minute },
    });
    const page = await openPopup(background);
    await page.see(() => expect(page.text('#next-free')).toMatch(/next free at .*02/));
    expect(page.findAs(HTMLButtonElement, '#pull').disabled).toBe(true);
    await page.see(() => expect(background.countOpen()).toBe(openAtRest));
    background.pass(2 * minute);
    await page.see(() => expect(page.findAs(HTMLButtonElement, '#pull').disabled).toBe(false));
    expect(page.has('#next-free')).toBe(false);
  });
});

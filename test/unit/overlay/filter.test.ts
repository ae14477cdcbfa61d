// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import { keptFormula, withFilter } from './choose-view.ts';
import { createOverlayStage, type OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { key, press, type } from './trusted-events.ts';

const formula = 'discount < -10% and rating in [A, B, C]';

async function openBar(prepare?: Parameters<typeof createOverlayStage>[1]): Promise<OverlayStage> {
  const stage = createOverlayStage(undefined, prepare);
  await stage.mark('ready');
  await stage.until(
    () =>
      (stage.parts.roots('bar')[0]?.querySelector('iframe')?.contentDocument?.body.firstChild ?? null) !==
      null,
  );
  return stage;
}

const fieldOf = (stage: OverlayStage): HTMLInputElement =>
  find(stage.parts.frame('bar'), 'input[aria-label="Filter formula"]') as HTMLInputElement;
const saidBy = (stage: OverlayStage): string => find(stage.parts.frame('bar'), '.status').textContent ?? '';
const matches = (stage: OverlayStage): (string | undefined)[] =>
  stage.rows().map((row) => row.dataset['bondlensMatch']);

describe('the filter over a market page', () => {
  it('judges rows while it is typed, their details with them, and counts', async () => {
    const stage = await openBar();
    type(fieldOf(stage), formula);
    await stage.until(() => matches(stage)[0] !== undefined);
    expect(matches(stage)).toEqual(['yes', 'no', 'no', 'no']);
    expect(
      document.querySelector('tr.offer:nth-of-type(3) + tr')?.getAttribute('data-bondlens-follows'),
    ).toBe('fade');
    expect(stage.rows().map((row) => row.dataset['bondlensEffect'])).toEqual([
      undefined,
      'fade',
      'fade',
      'fade',
    ]);
    await stage.until(() => saidBy(stage).includes('match'));
    expect(saidBy(stage)).toBe('1 match · 3 do not');
  });

  it('calls unknown what the page does not tell, and neither fades nor hides it', async () => {
    const stage = await openBar();
    type(fieldOf(stage), 'payments left > 20');
    await stage.until(() => matches(stage)[0] !== undefined);
    expect(matches(stage)).toEqual(['yes', 'no', 'yes', 'unknown']);
    await stage.until(() => saidBy(stage).includes('match'));
    expect(saidBy(stage)).toBe('2 match · 1 does not · 1 unknown');
  });

  it('is remembered after a pause, once', async () => {
    const stage = await openBar();
    for (const text of ['discount', 'discount <', 'discount < 0']) type(fieldOf(stage), text);
    stage.passPause();
    await stage.until(() => keptFormula(stage.background.preferences) === 'discount < 0');
    expect(stage.background.asked.filter(([name]) => name === 'preferences.change')).toHaveLength(1);
  });

  it('says nothing of a half-written formula until the person pauses, then where it is wrong', async () => {
    const stage = await openBar();
    type(fieldOf(stage), 'discount < 0');
    await stage.until(() => matches(stage)[0] === 'yes');
    type(fieldOf(stage), 'discount < 0 and ratin = A');
    await stage.until(() => true);
    expect(matches(stage)[0]).toBe('yes');
    expect(fieldOf(stage).getAttribute('aria-invalid')).toBe('false');

    stage.passPause();
    await stage.until(() => fieldOf(stage).getAttribute('aria-invalid') === 'true');
    expect(saidBy(stage)).toMatch(/“ratin” is not known here\. Did you mean “rating”\? at character 18–22/);
    await stage.until(() => matches(stage)[0] === undefined);
    expect(document.querySelector('[data-bondlens-effect]')).toBeNull();

    const correct = [...stage.parts.frame('bar').querySelectorAll('button')].find(
      (button) => button.textContent === 'Correct it',
    );
    press(correct as HTMLElement);
    await stage.until(() => matches(stage)[0] !== undefined);
    expect(fieldOf(stage).value).toBe('discount < 0 and rating = A');
  });

  it('holds from the start when it was remembered, and hides where that was chosen', async () => {
    const stage = await openBar((background) => {
      background.preferences = withFilter(background.preferences, { formula, effect: 'hide' });
    });
    expect(matches(stage)).toEqual(['yes', 'no', 'no', 'no']);
    expect(stage.rows()[1]?.dataset['bondlensEffect']).toBe('hide');
    expect(fieldOf(stage).value).toBe(formula);
  });

  it('is not disturbed by what another tab remembers while it is typed', async () => {
    const stage = await openBar();
    type(fieldOf(stage), 'discount < -50%');
    const other = { formula: 'rating = A', effect: 'hide' } as const;
    stage.background.preferences = withFilter(stage.background.preferences, other);
    stage.background.pulse('preferences');
    await stage.until(() => stage.rows()[1]?.dataset['bondlensEffect'] === 'hide');
    expect(fieldOf(stage).value).toBe('discount < -50%');
  });

  it('tells clause by clause why a row does not match', async () => {
    const stage = await openBar((background) => {
      background.preferences = withFilter(background.preferences, { formula });
    });
    const mark = stage.parts.roots('mark').find(({ host }) => stage.rows()[3]?.contains(host)) as ShadowRoot;
    press(find(mark, 'button.no'));
    const panel = stage.parts.frame('panel');
    expect(find(panel, 'h1').textContent).toBe('This row does not match the filter.');
    const clauses = [...panel.querySelectorAll<HTMLElement>('.clause code')];
    expect(clauses.map((code) => [code.dataset['text'], code.closest('.clause')?.className])).toEqual([
      ['discount < -10%', 'clause yes'],
      ['rating in [A, B, C]', 'clause no decides'],
    ]);
    expect(panel.body.textContent).toContain('rating: D');
    key(panel.body, 'Escape');
    expect(stage.parts.has('panel')).toBe(false);
  });

  it('takes over an example of the help', async () => {
    const stage = await openBar();
    press(find(stage.parts.frame('bar'), 'button.help'));
    const example = find(stage.parts.frame('panel'), '.examples button');
    press(example);
    await stage.until(() => fieldOf(stage).value === example.textContent);
    await stage.until(() => matches(stage)[0] !== undefined);
  });

  it('goes with its bar when it is switched off', async () => {
    const stage = await openBar((background) => {
      background.preferences = withFilter(background.preferences, { formula });
    });
    stage.background.preferences = { ...stage.background.preferences, filter: { on: false } };
    stage.background.pulse('preferences');
    await stage.until(() => !stage.parts.has('bar'));
    expect(matches(stage)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

// @vitest-environment jsdom
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { findFields } from '#components/settings/find-fields.ts';
import { fieldIds } from '#lib/loan/fields.ts';
import { baseScenario, cautiousScenario } from '#lib/finance/scenario.ts';
import { defaultAssumptions } from '#lib/finance/assumptions.ts';
import type { RenderedPage } from '#test/unit/popup/rendered-page.tsx';
import { createScriptedBackground, type ScriptedBackground } from '#test/unit/popup/scripted-background.ts';
import { openOptions } from './open-options.tsx';

const names = (search: string): string[] =>
  findFields(search).flatMap(({ fields }) => fields.map(({ label }) => label));

describe('the list of fields', () => {
  it('holds every field once', () => {
    const all = findFields('').flatMap(({ fields }) => fields.map(({ id }) => id));
    expect(all.toSorted()).toEqual([...fieldIds].toSorted());
  });

  it('is searched by name, further name, id, kind, meaning, source and word', () => {
    expect(names('discount')).toContain('discount');
    expect(names('mark-up')).toContain('discount');
    expect(names('desireddiscount')).toEqual([]);
    expect(names('debtOccurredOnForSecondary')).toEqual(['overdue since']);
    expect(names('euros late')).toContain('late amount');
    expect(names('loan book probability')).toEqual(['probability of default']);
    expect(names('60+ days')).toEqual(['loan status']);
  });

  it('shows what was found, and says how much', async () => {
    const page = await openOptions(createScriptedBackground());
    const groups = (): HTMLDetailsElement[] => [
      ...document.querySelectorAll<HTMLDetailsElement>('#fields details'),
    ];
    expect(page.text('#fields [role=status]')).toBe(`${fieldIds.length} fields`);
    expect(groups().some(({ open }) => open)).toBe(false);
    await page.type('#field-search', 'yield cautious');
    expect(page.text('#fields [role=status]')).toBe('1 field');
    expect(groups().map(({ open }) => open)).toEqual([true]);
    expect(page.text('#fields dl')).toContain('yieldCautious');
    await page.type('#field-search', 'nothing like this');
    expect(page.text('#fields [role=status]')).toBe('No field has all of these words.');
  });
});

describe('the assumptions', () => {
  const open = async (): Promise<[RenderedPage, ScriptedBackground]> => {
    const background = createScriptedBackground();
    const page = await openOptions(background);
    await page.see(() => expect(page.has('#assumed-C')).toBe(true));
    return [page, background];
  };

  it('start as the base scenario and are kept one by one', async () => {
    const [page, background] = await open();
    expect(page.findAs(HTMLInputElement, '#assumed-C').value).toBe('15');
    await page.type('#assumed-C', '12,5');
    await page.leave('#assumed-C');
    await page.see(() => expect(page.text('#status')).toBe('Your assumptions are saved.'));
    expect(background.knows.preferences.assumptions).toEqual({
      ...defaultAssumptions,
      mine: { ...defaultAssumptions.mine, defaults: { ...baseScenario.defaults, C: 0.125 } },
    });
  });

  it('are not kept beyond their limits', async () => {
    const [page, background] = await open();
    await page.type('#assumed-recovery', '101');
    await page.leave('#assumed-recovery');
    expect(page.text('#assumed-recovery-verdict')).toBe('A number from 0 to 100.');
    expect(page.find('#assumed-recovery').getAttribute('aria-invalid')).toBe('true');
    expect(background.knows.preferences.assumptions).toEqual(defaultAssumptions);
  });

  it('can be taken over from a scenario that comes along', async () => {
    const [page, background] = await open();
    expect(page.text('#assumptions dl > div:nth-child(2) button')).toBe('Take cautious over as mine');
    await page.click('#assumptions dl > div:nth-child(2) button');
    await page.see(() => expect(page.findAs(HTMLInputElement, '#assumed-months').value).toBe('60'));
    expect(background.knows.preferences.assumptions.mine).toEqual({ ...cautiousScenario, name: 'mine' });
  });
});

it('has no violations of accessibility in the reference sections', async () => {
  const page = await openOptions(createScriptedBackground());
  await page.type('#field-search', 'the');
  expect(document.querySelectorAll('#fields dt').length).toBeGreaterThan(100);
  for (const section of ['#fields', '#language', '#assumptions']) {
    // Colours need a real browser; the specs of both browsers look at them.
    const { violations } = await axe.run(section, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});

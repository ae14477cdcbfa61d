// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { expect, it } from 'vitest';
import { describeScenario } from '#lib/finance/assumptions.ts';
import { baseScenario } from '#lib/finance/scenario.ts';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import { withView } from './choose-view.ts';
import { createOverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';

const known = {
  auctionNumber: 1001,
  price: 4.12,
  principalRemaining: 4.85,
  nextPaymentNr: 13,
  nrOfScheduledPayments: 60,
  loanStatusCode: 2,
  debtOccurredOnForSecondary: null,
};

function show(...ids: AddedColumnId[]): ReturnType<typeof createOverlayStage> {
  const columns = ids.map((id) => ({ id, width: null }));
  const formulaColumns = [
    { id: 'formula', title: 'Stage', formula: 'debt stage', format: { as: 'auto' } },
  ] as const;
  return createOverlayStage(undefined, (background) => {
    background.records.set(1001, known);
    background.preferences = withView(background.preferences, { columns, formulaColumns });
  });
}

it('says what a yield assumes one hover from the number, in its header and in its row', async () => {
  const stage = show('yieldBase');
  await stage.mark('ready');
  const [cell] = document.querySelectorAll<HTMLElement>('td[data-bondlens-column="yieldBase"]');
  expect(cell?.textContent).toMatch(/\d\.\d%$/);
  expect(cell?.title).toMatch(/^Assumed: 7.9% of B loans default in a year; 40% of the open principal/);
  expect(find(document, 'th[data-bondlens-column="yieldBase"] button').title).toContain(
    describeScenario(baseScenario),
  );
});

it('says why there is no yield', async () => {
  const stage = show('yieldCautious');
  await stage.mark('ready');
  const cells = [...document.querySelectorAll<HTMLElement>('td[data-bondlens-column="yieldCautious"]')];
  expect(cells[3]?.textContent).toBe('–');
  expect(cells[3]?.title).toBe('The payments to come do not follow from what is known.');
});

it('works with the person’s own assumptions, and keeps them from the page', async () => {
  const stage = show('yieldBase', 'yieldMine', 'breakEvenDiscount');
  await stage.mark('ready');
  const [base] = stage.values('yieldBase');
  expect(stage.values('yieldMine')[0]).toBe(base);
  const { assumptions } = stage.background.preferences;
  stage.background.preferences = {
    ...stage.background.preferences,
    assumptions: { ...assumptions, mine: { ...assumptions.mine, delayDays: 237 } },
  };
  stage.background.pulse('preferences');
  await stage.until(
    () => Number(stage.values('yieldMine')[0] ?? 1) < Number(base) && stage.values('yieldMine')[0] !== '',
  );
  expect(Number(stage.values('yieldMine')[0])).toBeLessThan(Number(base));
  expect(stage.values('yieldBase')[0]).toBe(base);
  expect(document.documentElement.outerHTML).not.toContain('237');
});

it('writes codes in words', async () => {
  const stage = show('formula');
  await stage.mark('ready');
  const [cell] = document.querySelectorAll<HTMLElement>('td[data-bondlens-column="formula"]');
  expect([cell?.textContent, cell?.dataset['value']]).toEqual(['None', '0']);
});

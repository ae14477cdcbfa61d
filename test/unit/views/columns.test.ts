import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/base/day.ts';
import { builtInColumnIds, type AddedColumnId } from '#lib/views/column-ids.ts';
import { createFormulaColumn } from '#lib/views/columns/formula.ts';
import { builtInColumns, createColumns } from '#lib/views/columns/registry.ts';
import { withDerivedFields } from '#lib/views/derive.ts';
import { startView } from '#lib/views/shipped-views.ts';
import type { ColumnFormat, FormulaColumn } from '#lib/views/view.ts';

const today = 20_779 as Day;
const write = (formula: string, format: ColumnFormat = { as: 'auto' }): FormulaColumn => ({
  id: 'formula',
  title: 'Mine',
  formula,
  format,
});
const record = withDerivedFields(
  {
    price: 90,
    principalRemaining: 100,
    interest: 0.2,
    nextPaymentNr: 3,
    nrOfScheduledPayments: 12,
    nextPaymentDate: today + 10,
    debtOccurredOnForSecondary: null,
    loanStatusCode: 2,
    outstandingPayments: 120,
  },
  today,
);

describe('added columns', () => {
  it('are all there, each under its id, with a title and a sentence', () => {
    expect(Object.keys(builtInColumns)).toEqual([...builtInColumnIds]);
    for (const [id, column] of Object.entries(builtInColumns)) {
      expect(column.id).toBe(id);
      expect(column.title).not.toBe('');
      expect(column.hint).toMatch(/\.$/);
    }
  });

  it('show what follows from a record', () => {
    const values = createColumns(startView, today).map((column) => [column.id, column.value(record)]);
    expect(Object.fromEntries(values)).toEqual({
      discount: -0.1,
      yieldToMaturity: expect.closeTo(1.0, 0) as number,
      paymentsLeft: 10,
      daysLate: 0,
      shareOfTermPaid: 1 / 6,
      formula: 120 / 90,
    });
  });

  it('are unknown for a record that tells nothing', () => {
    const values = createColumns(startView, today).map((column) => column.value({}));
    expect(values).toEqual(startView.columns.map(() => null));
  });

  it('come in the order of the view, without those that it does not define', () => {
    const shown: AddedColumnId[] = ['daysLate', 'formula-2', 'formula', 'discount', 'formula-3'];
    const columns = shown.map((id) => ({ id, width: null }));
    const formulaColumns = [...startView.formulaColumns, { ...write('price'), id: 'formula-3' as const }];
    expect(createColumns({ columns, formulaColumns }, today).map(({ id }) => id)).toEqual([
      'daysLate',
      'formula',
      'discount',
      'formula-3',
    ]);
  });
});

describe('the formula column', () => {
  it.each([
    ['future scheduled payments / price', 'number', 120 / 90],
    ['price * 2', 'money', 180],
    ['interest - 10%', 'rate', 0.1],
    ['next payment date + 1 day', 'day', today + 11],
    ['price > 5', 'truth', true],
    ['price < 5', 'truth', false],
    ['XIRR > 5%', 'truth', null],
    ['loan status', 'code', 2],
    ['coalesce(rating, C)', 'rating', 'C'],
    ['if(price > 5, "dear", "cheap")', 'text', 'dear'],
    ['coalesce(note, "")', 'text', ''],
  ])('gives %s as %s', (formula, kind, value) => {
    const column = createFormulaColumn(write(formula), today);
    expect(column).toMatchObject({ id: 'formula', title: 'Mine', kind, errors: [] });
    expect(column.value(record)).toEqual(value);
  });

  it('needs the fields that the formula reads', () => {
    expect(createFormulaColumn(write('price / fee + price / price'), today).needs).toEqual(['price', 'fee']);
  });

  it('is unknown everywhere, and says why, when the formula has a fault', () => {
    const column = createFormulaColumn(write('prize / fee'), today);
    expect(column.errors).toHaveLength(1);
    expect(column.hint).toBe('The formula has a fault: “prize” is not known here. Did you mean “price”?');
    expect(column.value(record)).toBeNull();
  });

  it.each<[string, ColumnFormat, { kind: string; decimals?: number; unit?: string }]>([
    ['discount', { as: 'auto' }, { kind: 'rate' }],
    ['discount', { as: 'percent', decimals: 2 }, { kind: 'rate', decimals: 2 }],
    ['price / fee', { as: 'percent', decimals: 0 }, { kind: 'rate', decimals: 0 }],
    ['price', { as: 'number', decimals: 4 }, { kind: 'number', decimals: 4 }],
    ['payments left', { as: 'money' }, { kind: 'money' }],
    ['payments left', { as: 'text' }, { kind: 'count', unit: 'payments' }],
    ['issued on', { as: 'percent', decimals: 2 }, { kind: 'day' }],
    ['rating', { as: 'money' }, { kind: 'rating' }],
  ])('writes %s as %o where that fits', (formula, format, look) => {
    const { kind, decimals, unit } = createFormulaColumn(write(formula, format), today);
    expect({ kind, decimals, unit }).toEqual(look);
  });

  it('sorts by the kind of its values', () => {
    const column = createFormulaColumn(write('coalesce(rating, C)'), today);
    expect(['HR', 'AA', null, 'B'].toSorted((a, b) => column.compare(a, b))).toEqual(['AA', 'B', 'HR', null]);
  });
});

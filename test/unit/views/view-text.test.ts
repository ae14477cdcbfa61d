import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printFormula } from '#lib/formula/print.ts';
import { randomFormulas } from '#test/unit/formula/random-formula.ts';
import { builtInColumnIds, type FormulaColumnId } from '#lib/views/column-ids.ts';
import { openText, sealText } from '#lib/views/sealed-text.ts';
import { shippedViews, startView } from '#lib/views/shipped-views.ts';
import { readViewText, writeViewText } from '#lib/views/view-text.ts';
import {
  highlightColours,
  viewLimits,
  type ColumnFormat,
  type FilterEffect,
  type View,
} from '#lib/views/view.ts';

const names = fc.oneof(
  fc.string({ maxLength: viewLimits.name }),
  fc.constantFrom('Größe “x” — 50 %', '👍 mine', '<b>bold</b>', '__proto__'),
);
const titles = names.map((name) => name.trim() || 'x');
const formulas = fc.oneof(
  randomFormulas.truth.map(printFormula).filter((formula) => formula.length <= 300),
  fc.constant(''),
);
const effects = fc.oneof(
  fc.constantFrom<FilterEffect[]>({ do: 'hide' }, { do: 'fade' }),
  fc.constantFrom(...highlightColours).map((colour): FilterEffect => ({ do: 'highlight', colour })),
);
const decimals = fc.integer({ min: 0, max: viewLimits.decimals });
const formats = fc.oneof(
  fc.constantFrom<ColumnFormat[]>({ as: 'auto' }, { as: 'money' }, { as: 'day' }, { as: 'text' }),
  fc
    .tuple(fc.constantFrom('percent', 'number'), decimals)
    .map(([as, some]): ColumnFormat => ({ as, decimals: some })),
);
const columnIds = ['formula', 'formula-2', 'formula-3'] as const satisfies FormulaColumnId[];
const shownIds = [...builtInColumnIds, ...columnIds];

/** Any view that may be kept, with ids as a text gives them. */
const randomView: fc.Arbitrary<View> = fc.record({
  id: fc.constant('received'),
  name: titles,
  columns: fc
    .subarray(shownIds)
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({ id: fc.constant(id), width: fc.option(fc.integer({ min: 40, max: 600 })) }),
        ),
      ),
    ),
  sort: fc
    .subarray(shownIds, { maxLength: viewLimits.sortKeys })
    .chain((ids) =>
      fc.tuple(...ids.map((column) => fc.record({ column: fc.constant(column), descending: fc.boolean() }))),
    ),
  filters: fc
    .array(fc.record({ name: names, formula: formulas, effect: effects, on: fc.boolean() }), { maxLength: 4 })
    .map((filters) => filters.map((filter, i) => ({ id: `filter-${i + 1}`, ...filter }))),
  formulaColumns: fc.subarray([...columnIds]).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          // Titles are names in formulas: these mean nothing else.
          title: fc.constantFrom('Alpha col', 'Größe “x”', '50 %'),
          formula: randomFormulas.rate.map(printFormula).filter((formula) => formula.length <= 300),
          format: formats,
        }),
      ),
    ),
  ),
});

const fault = (text: string): string => {
  const read = readViewText(text);
  return 'fault' in read ? read.fault : 'none';
};
/** A text that is sealed well, whatever it holds. */
const forge = (packed: unknown): string => sealText('bondlens-view-1', JSON.stringify(packed));
const column = ['formula', 'Mine', 'price * 2', 'auto'];

describe('a view as text', () => {
  it('gives the same view back', () => {
    fc.assert(
      fc.property(randomView, (view) => {
        expect(readViewText(writeViewText(view))).toEqual({ view });
      }),
    );
  });

  it('is short, one word of plain letters, and bears wrapping', () => {
    for (const view of shippedViews) {
      const text = writeViewText(view);
      expect(text).toMatch(/^[\w.-]+$/);
      expect(text.length).toBeLessThan(700);
      const read = readViewText(`\n ${text.replaceAll(/.{60}/g, '$&\r\n  ')} `);
      expect(read).toMatchObject({ view: { name: view.name, columns: view.columns, sort: view.sort } });
    }
  });

  it('tells when a letter was changed, lost or added', () => {
    const text = writeViewText(startView);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', 'A', 'z', '0', '.', '-'), (at, letter) => {
        const other = text.slice(0, at) + letter + text.slice(at + 1);
        fc.pre(other !== text);
        expect(fault(other)).toMatch(/^This (is not the text of a view|text was damaged on its way)/);
      }),
    );
  });

  it('takes any text whatsoever without harm', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(forgeText)), (text) => {
        expect(fault(text)).toMatch(/^This .+\.$/s);
      }),
    );
  });

  it.each([
    ['hello', 'This is not the text of a view.'],
    [sealText('other-1', '[]'), 'This is not the text of a view.'],
    [sealText('bondlens-view-2', '[]'), 'written by another version of Bondlens'],
    ['a'.repeat(500_000), 'This text is too long for a view.'],
    [sealText('bondlens-view-1', '{"__proto__": 1'), 'not put together as a view is'],
    [forge({ __proto__: null, length: 5 }), 'not put together as a view is'],
    [forge(['Name', [], [], [], [], []]), 'not put together as a view is'],
    [forge(['', [], [], [], []]), 'This view cannot be used: A view needs a name.'],
    [
      forge(['x', ['constructor'], [], [], []]),
      'This view has a column “constructor” that is not known here.',
    ],
    [forge(['x', [], ['-__proto__'], [], []]), 'This view has a column “__proto__” that is not known here.'],
    [forge(['x', ['q'.repeat(9000)], [], [], []]), `This view has a column “${'q'.repeat(40)}…” that`],
    [forge(['x', ['discount', 'discount'], [], [], []]), 'A column stands twice.'],
    [forge(['x', [['discount', 1e9]], [], [], []]), 'This view cannot be used'],
    [forge(['x', [], [], [['F', 'price > 1', 'explode', 1]], []]), 'This view cannot be used'],
    [
      forge(['x', [], [], [['F', 'wild guess > 1', 'hide', 1]], []]),
      'Its filter “F” cannot be used: “wild guess” is not',
    ],
    [forge(['x', [], [], [['', '1'.repeat(3000), 'hide', 1]], []]), 'This view cannot be used'],
    [forge(['x', [], [], Array.from({ length: 99 }, () => ['', '', 'hide', 1]), []]), 'At most 12 filters.'],
    [
      forge(['x', [], [], [], [['formula', 'Mine', 'prize * 2', 'auto']]]),
      'Its column “Mine” cannot be used: “prize”',
    ],
    [forge(['x', [], [], [], [['formula', 'Mine', 'price', 'percent', 99]]]), 'This view cannot be used'],
    [forge(['x', [], [], [], [column, column]]), 'A formula column stands twice.'],
    [forge(['x', [], [], [], [['discount', 'Mine', 'price', 'auto']]]), 'This is no id of a formula column.'],
  ])('refuses %.40s and says why', (text, reason) => {
    expect(fault(text)).toContain(reason);
  });
});

function forgeText(json: string): string {
  return sealText('bondlens-view-1', json);
}

describe('a sealed text', () => {
  it('opens as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(openText(sealText('kind-1', text))).toEqual({ kind: 'kind-1', text });
      }),
    );
  });
});

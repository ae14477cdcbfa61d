import { rankRows } from '#lib/views/rank-rows.ts';
import { toAlphabetKey } from '#lib/views/compare-values.ts';
import type { BenchRow } from './bench-row.ts';
import type { BenchMarket } from './filters-rows.ts';
import { takeTurns } from './take-turns.ts';

/** 100,000 rows by two keys, one of them a text, against ranks that are made and sorted in one typed array. */
export function measureSort(market: BenchMarket): BenchRow {
  const keys = [
    { column: market.column('userName'), kind: 'text', descending: false },
    { column: market.column('price'), kind: 'money', descending: true },
  ] as const;
  const ours = (): Uint32Array => rankRows(market.rows, keys);
  const byHand = (): Uint32Array => sortByHand(market);
  const expected = byHand();
  if (!ours().every((row, place) => row === expected[place])) throw new Error('The orders differ');
  const medians = takeTurns({ floor: () => void byHand(), ours: () => void ours() }, 11, 5);
  const ratio = medians.ours / medians.floor;
  return {
    area: 'filters',
    what: 'sort by two keys, one text',
    browser: 'node',
    ...medians,
    rivals: {},
    ratio,
    bar: '≤ 1.5 × typed array of ranks',
    holds: ratio <= 1.5,
    unit: 'ms',
  };
}

/** Both ranks and the row in one number a row, sorted as numbers. */
function sortByHand(market: BenchMarket): Uint32Array {
  const names = market.words('userName').map((word) => (word === null ? null : toAlphabetKey(word)));
  const nameRanks = rank(names.filter((name) => name !== null));
  const nameByCode = names.map((name) => (name === null ? nameRanks.size : (nameRanks.get(name) ?? 0)));
  const prices = market.numbers('price');
  const priceRanks = rankNumbers(prices);
  const codes = market.codes('userName');
  const packed = new Float64Array(market.rows);
  for (let row = 0; row < market.rows; row++) {
    const price = priceRanks.get(prices[row] as number);
    const second = price === undefined ? priceRanks.size : priceRanks.size - 1 - price;
    packed[row] =
      ((nameByCode[codes[row] as number] as number) * (priceRanks.size + 1) + second) * market.rows + row;
  }
  packed.sort();
  return Uint32Array.from(packed, (key) => key % market.rows);
}

function rank(texts: readonly string[]): Map<string, number> {
  return new Map(
    [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : Number(a > b))).map((text, place) => [text, place]),
  );
}

function rankNumbers(numbers: Float64Array): Map<number, number> {
  const distinct = Float64Array.from(new Set(numbers)).filter((number) => !Number.isNaN(number));
  return new Map(Array.from(distinct.toSorted(), (number, place) => [number, place]));
}

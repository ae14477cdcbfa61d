import { ratings } from '#lib/loan/rating.ts';
import type { Constant } from './checked.ts';
import type { ValueType } from './value-type.ts';

/** The words that have a value beside a value of this type, where those can be listed. */
export function listWords({ kind, labels }: ValueType): [word: string, value: Constant][] {
  if (kind === 'rating') return ratings.map((rating, rank) => [rating, rank]);
  if (kind === 'truth') return Object.entries({ yes: true, no: false, true: true, false: false });
  return Object.entries(labels ?? {}).map(([code, label]) => [label, Number(code)]);
}

/** The value that a bare word or a quoted text has beside a value of this type; undefined when it has none. */
export function resolveWord(word: string, beside: ValueType): Constant | undefined {
  const { kind } = beside;
  if (kind === 'text' || kind === 'id') return word;
  if (kind === 'country') return /^[a-z]{2}$/i.test(word) ? word.toUpperCase() : undefined;
  return listWords(beside).find(([one]) => one.toLowerCase() === word.toLowerCase())?.[1];
}

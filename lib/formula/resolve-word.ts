import { ratings } from '#lib/loan/rating.ts';
import type { Constant } from './checked.ts';
import type { ValueType } from './value-type.ts';

/** The value that a bare word or a quoted text has beside a value of this type; undefined when it has none. */
export function resolveWord(word: string, beside: ValueType): Constant | undefined {
  const key = word.toLowerCase();
  switch (beside.kind) {
    case 'rating': {
      const rank = (ratings as readonly string[]).indexOf(word.toUpperCase());
      return rank < 0 ? undefined : rank;
    }
    case 'country':
      return /^[a-z]{2}$/.test(key) ? word.toUpperCase() : undefined;
    case 'truth':
      return key === 'true' || key === 'yes' ? true : key === 'false' || key === 'no' ? false : undefined;
    case 'code': {
      const code = Object.entries(beside.labels ?? {}).find(([, label]) => label.toLowerCase() === key);
      return code === undefined ? undefined : Number(code[0]);
    }
    case 'text':
    case 'id':
      return word;
    default:
      return undefined;
  }
}

/** The words that would have had a value there, for a suggestion. */
export function listWords({ kind, labels }: ValueType): readonly string[] {
  if (kind === 'rating') return ratings;
  if (kind === 'truth') return ['yes', 'no'];
  return Object.values(labels ?? {});
}

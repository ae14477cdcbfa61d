import type { Judgement } from '#lib/views/apply-filters.ts';

/** What filters say of a row, as the button says it that tells why. */
export const verdictNames = {
  yes: 'Matches the filter: why?',
  no: 'Does not match the filter: why?',
  unknown: 'Unknown whether it matches the filter: why?',
  coloured: 'Coloured by a filter: why?',
  plain: 'Not coloured by a filter: why?',
} as const;

/** Which of these it is. */
export function nameVerdict({ match, effect, unknownTo }: Judgement): keyof typeof verdictNames {
  if (match !== null) return match;
  if (effect !== null) return 'coloured';
  return unknownTo.length > 0 ? 'unknown' : 'plain';
}

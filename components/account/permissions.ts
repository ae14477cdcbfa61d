import { permissions } from '#lib/base/permissions.ts';

/** What was granted, in a sentence for a person. @param scopes null when the token does not tell */
export function describePermissions(scopes: readonly string[] | null): string {
  if (scopes === null)
    return 'Bondora does not tell what a pasted token allows. Take it that it allows everything.';
  if (scopes.length === 0) return 'May read your balance and the market, nothing else.';
  return `May read your balance and the market, and: ${inPlainWords(scopes)}.`;
}

/**
 * The sentence about permissions that were asked for and not granted; null when there are none.
 * @param asked null where that is not known
 * @param granted null when the token does not tell
 */
export function describeRefused(
  asked: readonly string[] | null,
  granted: readonly string[] | null,
): string | null {
  if (asked === null || granted === null) return null;
  const refused = asked.filter((scope) => !granted.includes(scope));
  return refused.length === 0 ? null : `Bondora granted less than asked: ${inPlainWords(refused)}.`;
}

/** Permissions as a list of words, the least first; one that is not known as Bondora calls it. */
function inPlainWords(scopes: readonly string[]): string {
  const known = permissions.filter(({ scope }) => scopes.includes(scope));
  const unknown = scopes.filter((scope) => !known.some((permission) => permission.scope === scope));
  return [...known.map(({ allows }) => allows), ...unknown].join(', ');
}

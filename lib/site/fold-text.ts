const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', œ: 'oe' };

/**
 * A text for comparison: lower case, without accents, everything but letters and digits a single blank.
 * `Zukünftige Zahlungen ▲` becomes `zukunftige zahlungen`.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replaceAll(/[ßæøłđœ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

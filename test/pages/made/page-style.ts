import { pickOne, type Roll } from './roll.ts';

export const madeLanguages = ['en', 'et', 'de', 'fi', 'es'] as const;

/** How a made page writes what is true. */
export interface PageStyle {
  language: (typeof madeLanguages)[number];
  decimal: '.' | ',';
  group: string;
  currency: 'before' | 'after' | 'tight' | 'code';
  minus: string;
  dropsZeros: boolean;
  dates: (day: readonly [year: number, month: number, day: number]) => string;
  /** `unsigned` can write discounts only. */
  signs: 'unsigned' | 'signed';
  /** What stands for a value that is not known. */
  missing: string;
}

const two = (part: number): string => String(part).padStart(2, '0');
const dateStyles: readonly [PageStyle['dates'], ...PageStyle['dates'][]] = [
  ([year, month, day]) => `${two(day)}.${two(month)}.${year}`,
  ([year, month, day]) => `${day}.${month}.${year}`,
  ([year, month, day]) => `${two(day)}/${two(month)}/${year}`,
  ([year, month, day]) => `${two(month)}/${two(day)}/${year}`,
  ([year, month, day]) => `${two(day)}-${two(month)}-${year}`,
  ([year, month, day]) => `${year}-${two(month)}-${two(day)}`,
];

/** A style of any kind that the site's users can choose, and some that they cannot. */
export function rollStyle(roll: Roll): PageStyle {
  const decimal = pickOne(['.', ','] as const, roll);
  const group = pickOne(['', '.', ',', ' ', '\u00A0', '\u202F', '\u2009', "'"], roll);
  return {
    language: pickOne(madeLanguages, roll),
    decimal,
    group: group === decimal ? '' : group,
    currency: pickOne(['after', 'before', 'tight', 'code'] as const, roll),
    minus: pickOne(['-', '\u2212', '\u2011'], roll),
    dropsZeros: roll(2) === 0,
    dates: pickOne(dateStyles, roll),
    signs: pickOne(['unsigned', 'signed'] as const, roll),
    missing: pickOne(['-%', '-', '', 'n/a'], roll),
  };
}

/** Hundredths as a number with at most two decimals. */
export function writeNumber(hundredths: number, { decimal, group, dropsZeros, minus }: PageStyle): string {
  const fixed = (Math.abs(hundredths) / 100).toFixed(2);
  const [whole = '', fraction = ''] = (dropsZeros ? String(Number(fixed)) : fixed).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return (hundredths < 0 ? minus : '') + (fraction === '' ? grouped : grouped + decimal + fraction);
}

/** Cents as a sum of euros. */
export function writeSum(cents: number, style: PageStyle): string {
  const number = writeNumber(cents, style);
  switch (style.currency) {
    case 'before':
      return `€${number}`;
    case 'after':
      return `${number} €`;
    case 'tight':
      return `${number}€`;
    case 'code':
      return `EUR ${number}`;
  }
}

/** A whole percent with the sign that the style gives it. */
export function writeDiscount(percent: number, { signs, minus }: PageStyle): string {
  const sign = signs === 'unsigned' || percent === 0 ? '' : percent < 0 ? minus : '+';
  return `${sign}${Math.abs(percent)}%`;
}

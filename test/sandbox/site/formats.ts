import type { Day } from '#lib/base/day.ts';
import { formatDay } from '#lib/base/day.ts';
import { monthNames, say, type Language } from './languages.ts';
import { languageStyles, type DateStyle, type NumberStyle, type PageVariant } from './variant.ts';

/** How a page writes what it shows. */
export interface Formats {
  /** Euros, with cents. */
  money(euros: number): string;
  /** A percentage as the API has it: 19.86 becomes `19.86%`. */
  percent(percent: number, decimals?: number): string;
  day(day: Day): string;
  /** A value that is not known; `percent` for a column of percentages. */
  unknown(kind: 'percent' | 'other'): string;
  /** What `money` leaves of a sum: the number that a reader of the page can know. */
  shownMoney(euros: number): number;
}

const signs: Readonly<Record<NumberStyle, { decimal: string; group: string }>> = {
  'point-comma': { decimal: '.', group: ',' },
  'comma-point': { decimal: ',', group: '.' },
  'comma-space': { decimal: ',', group: '\u00a0' },
  'comma-thin': { decimal: ',', group: '\u202f' },
  'point-space': { decimal: '.', group: '\u00a0' },
  'point-apostrophe': { decimal: '.', group: '\u2019' },
  'point-none': { decimal: '.', group: '' },
  'comma-none': { decimal: ',', group: '' },
};

/** The formats of a page in a language. */
export function createFormats(variant: PageVariant, language: Language): Formats {
  const own = languageStyles[language];
  const sign = signs[variant.numbers === 'language' ? own.numbers : variant.numbers];
  const dates = variant.dates === 'language' ? own.dates : variant.dates;
  const isTiny = (euros: number): boolean =>
    variant.exponents === 'tiny' && euros !== 0 && Math.abs(euros) < 0.1;
  const write = (size: number, decimals: number): string => {
    const text = writeNumber(size, decimals, sign);
    return variant.zeros === 'dropped' && text.includes(sign.decimal)
      ? text.replace(new RegExp(`\\${sign.decimal}?0+$`), '')
      : text;
  };
  const addSign = (value: number, text: string): string => {
    if (value >= 0 || !/[1-9]/.test(text)) return text;
    return variant.minus === 'after' ? `${text}-` : `${variant.minus === 'sign' ? '\u2212' : '-'}${text}`;
  };
  return {
    money(euros) {
      const size = Math.abs(euros);
      const text = isTiny(euros) ? writeExponent(size, sign.decimal) : write(size, 2);
      if (variant.currency === 'before') return addSign(euros, `€${text}`);
      return `${addSign(euros, text)}${variant.currency === 'tight' ? '€' : ' €'}`;
    },
    percent: (percent, decimals = 2) => `${addSign(percent, write(Math.abs(percent), decimals))}%`,
    day: (day) => writeDate(day, dates, language),
    unknown: (kind) =>
      variant.missing === 'empty'
        ? ''
        : kind === 'percent' && variant.missing === 'dash-percent'
          ? '-%'
          : '-',
    shownMoney: (euros) => Number(isTiny(euros) ? euros.toExponential(5) : euros.toFixed(2)) + 0,
  };
}

function writeNumber(size: number, decimals: number, sign: { decimal: string; group: string }): string {
  const [whole = '0', fraction] = size.toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, sign.group);
  return `${grouped}${fraction === undefined ? '' : sign.decimal + fraction}`;
}

/** As .NET writes it: `7.05883E-05`. */
function writeExponent(size: number, decimal: string): string {
  const [digits = '', exponent = ''] = size.toExponential(5).split('e-');
  return `${digits.replace('.', decimal)}E-${exponent.padStart(2, '0')}`;
}

function writeDate(day: Day, style: DateStyle, language: Language): string {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  switch (style) {
    case 'dd/mm/yyyy':
      return `${date}/${month}/${year}`;
    case 'mm/dd/yyyy':
      return `${month}/${date}/${year}`;
    case 'dd-mm-yyyy':
      return `${date}-${month}-${year}`;
    case 'dd.mm.yyyy':
      return `${date}.${month}.${year}`;
    case 'd.m.yyyy':
      return `${Number(date)}.${Number(month)}.${year}`;
    case 'yyyy-mm-dd':
      return `${year}-${month}-${date}`;
    case 'd-month-yyyy':
      return `${Number(date)} ${writeMonth(Number(month), language)} ${year}`;
  }
}

/** The short name of a month, counted from 1: `Mar`, in German `Mrz`. */
export function writeMonth(month: number, language: Language): string {
  return say(monthNames, language).split(' ')[month - 1] ?? '';
}

import type { Day } from '#lib/base/day.ts';
import { formatDay } from '#lib/base/day.ts';
import type { Language } from './languages.ts';
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
}

const signs: Readonly<Record<NumberStyle, { decimal: string; group: string }>> = {
  'point-comma': { decimal: '.', group: ',' },
  'comma-point': { decimal: ',', group: '.' },
  'comma-space': { decimal: ',', group: '\u00a0' },
  'comma-thin': { decimal: ',', group: '\u202f' },
  'point-none': { decimal: '.', group: '' },
  'comma-none': { decimal: ',', group: '' },
};

/** The formats of a page in a language. */
export function createFormats(variant: PageVariant, language: Language): Formats {
  const own = languageStyles[language];
  const style = variant.numbers === 'language' ? own.numbers : variant.numbers;
  const dates = variant.dates === 'language' ? own.dates : variant.dates;
  const write = (value: number, decimals: number): string => {
    const text = writeNumber(value, decimals, signs[style]);
    const { decimal } = signs[style];
    return variant.zeros === 'dropped' && text.includes(decimal)
      ? text.replace(new RegExp(`\\${decimal}?0+$`), '')
      : text;
  };
  return {
    money(euros) {
      const text = write(euros, 2);
      if (variant.currency === 'before') return text.startsWith('-') ? `-€${text.slice(1)}` : `€${text}`;
      return variant.currency === 'tight' ? `${text}€` : `${text} €`;
    },
    percent: (percent, decimals = 2) => `${write(percent, decimals)}%`,
    day: (day) => writeDate(day, dates),
    unknown: (kind) =>
      variant.missing === 'empty'
        ? ''
        : kind === 'percent' && variant.missing === 'dash-percent'
          ? '-%'
          : '-',
  };
}

function writeNumber(value: number, decimals: number, sign: { decimal: string; group: string }): string {
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, sign.group);
  const minus = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '-' : '';
  return `${minus}${grouped}${fraction === undefined ? '' : sign.decimal + fraction}`;
}

function writeDate(day: Day, style: DateStyle): string {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  switch (style) {
    case 'dd/mm/yyyy':
      return `${date}/${month}/${year}`;
    case 'dd.mm.yyyy':
      return `${date}.${month}.${year}`;
    case 'd.m.yyyy':
      return `${Number(date)}.${Number(month)}.${year}`;
    case 'yyyy-mm-dd':
      return `${year}-${month}-${date}`;
  }
}

import { dayInTallinn, formatDay, type Day } from '#lib/base/day.ts';
import type { FieldKind, FieldValue } from '#lib/loan/field.ts';
import type { ValueLook } from './value-look.ts';

/** What stands for a value that is not known. */
export const unknownText = '–';

const minus = '−';
const blank = '\u00a0';

/**
 * A machine value as text for a person: the only place where numbers become text.
 * @param kind settles unit and number of decimals
 * @param options `signed` writes a plus before what is above zero; `decimals` holds for percents and numbers, in place of
 *   what the value asks for
 */
export function formatValue(
  value: FieldValue,
  kind: FieldKind,
  look: ValueLook,
  options: { signed?: boolean; decimals?: number | undefined } = {},
): string {
  if (value === null || Number.isNaN(value)) return unknownText;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return value.join(', ');
  if (typeof value === 'string') return value;
  const text = formatNumeric(value, kind, look, options.decimals);
  return options.signed === true && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function formatNumeric(value: number, kind: FieldKind, look: ValueLook, decimals?: number): string {
  switch (kind) {
    case 'money':
      return formatMoney(value, look);
    case 'rate':
      return `${formatDecimal(value * 100, decimals ?? (Math.abs(value) < 10 ? 1 : 0), look)}%`;
    case 'count':
      return formatDecimal(value, Number.isInteger(value) ? 0 : 1, look);
    case 'day':
      return formatDate(value as Day, look);
    case 'instant':
      return formatDate(dayInTallinn(value), look);
    case 'truth':
      return value === 0 ? 'no' : 'yes';
    case 'number':
      return formatDecimal(value, decimals ?? countDecimals(value), look);
    case 'rating':
    case 'country':
    case 'text':
    case 'code':
    case 'tags':
    case 'id':
      return Number.isInteger(value) ? String(value) : formatDecimal(value, countDecimals(value), look);
  }
}

/** Euros with cents: `1,412.50 €`, or with the sign before as the page has it. */
export function formatMoney(value: number, look: ValueLook): string {
  const digits = formatDecimal(Math.abs(value), 2, look);
  const sign = value < 0 && /[1-9]/.test(digits) ? minus : '';
  return look.currency === 'before' ? `${sign}€${digits}` : `${sign}${digits}${blank}€`;
}

/** A date in the page's order, day first. */
export function formatDate(day: Day, look: ValueLook): string {
  const [year, month, dayOfMonth] = formatDay(day).split('-');
  return look.dateSign === '-'
    ? `${year}-${month}-${dayOfMonth}`
    : [dayOfMonth, month, year].join(look.dateSign);
}

/** A number with so many decimals, grouped; what rounds to zero has no sign. */
export function formatDecimal(value: number, decimals: number, look: ValueLook): string {
  if (!Number.isFinite(value)) return unknownText;
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, look.group);
  const text = rest === undefined ? grouped : grouped + look.decimal + rest;
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

/** Decimals that tell numbers of this size apart: two for 1.25, none for 1250 and for whole hundreds, more for what is near zero. */
function countDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 1000 || (size >= 100 && Number.isInteger(value))) return 0;
  if (size >= 0.1 || size === 0) return 2;
  return Math.min(8, 1 - Math.floor(Math.log10(size)));
}

import type { FieldValue } from '#lib/loan/field.ts';

/** A machine value as an attribute holds it: a number with a point, words joined by commas, empty when unknown. */
export function rawValue(value: FieldValue): string {
  if (value === null || Number.isNaN(value)) return '';
  return typeof value === 'object' ? value.join(',') : String(value);
}

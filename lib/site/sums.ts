import {
  createNumberFormat,
  learnNumberFormat,
  parseNumber,
  settleNumber,
  type NumberFormat,
} from './numbers.ts';

/** The number format that texts show together; texts that are no numbers tell nothing. */
export function learnSums(texts: Iterable<string>): NumberFormat {
  const format = createNumberFormat();
  for (const text of texts) {
    const number = parseNumber(text);
    if (number) learnNumberFormat(format, number);
  }
  return format;
}

/** A sum of money in such a format; null for anything else, and for what stays ambiguous. */
export function readSum(text: string, format: NumberFormat): number | null {
  const number = parseNumber(text);
  return number && number.unit !== 'percent' ? settleNumber(number, format) : null;
}

/** A percent in such a format as a fraction; null for anything else. */
export function readRate(text: string, format: NumberFormat): number | null {
  const number = parseNumber(text);
  return number?.unit === 'percent' ? settleNumber(number, format, -2) : null;
}

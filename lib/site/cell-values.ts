import type { FieldValue } from '#lib/loan/field.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { isRating } from '#lib/loan/rating.ts';
import { settleDate } from './dates.ts';
import { isUnknownMark } from './column-looks.ts';
import { foldText } from './fold-text.ts';
import { findConcepts, type Concept } from './header-words.ts';
import { findCode, findCountry, findLoanStatus } from './labels.ts';
import { parseLoanNumber } from './loan-number.ts';
import { settleNumber } from './numbers.ts';
import type { CellReading } from './read-cell.ts';
import type { TableFormat } from './table-format.ts';

/** What a value may be; outside of it, something was misread, and the value is unknown. */
const bounds: Partial<Record<FieldId, readonly [least: number, most: number]>> = {
  interest: [0, 4],
  xirr: [-1, 10],
  loanDuration: [1, 600],
  nextPaymentNr: [0, 600],
  nrOfScheduledPayments: [1, 600],
  daysLate: [0, 10_000],
  creditScore: [0, 1000],
  fulfilled: [0, 100],
  expectedLoss: [0, 1],
  expectedReturn: [-1, 4],
  age: [16, 120],
};
const moneyBounds = [0, 10_000_000] as const;

/**
 * The values of one cell, by field; `null` for what is not understood or not sensible. The price cell's percent is not
 * among them: its sign takes the whole row (`settleRow`).
 */
export function readValues(
  cell: CellReading,
  format: TableFormat,
  languages: readonly string[],
): readonly (readonly [FieldId, FieldValue])[] {
  const { plan, text, number } = cell;
  const [field] = plan.fields;
  if (plan.reader === null || field === undefined) return [];
  switch (plan.reader) {
    case 'loan-number':
      return readLoanNumber(cell);
    case 'cost': {
      if (!plan.fields.includes('price')) return [];
      const amount = cell.cost?.amount;
      return [['price', amount ? inBounds('price', readMoney(cell, format)) : null]];
    }
    case 'pair':
      return readPair(cell);
    case 'rate': {
      const isPercent =
        number?.unit === 'percent' ||
        (number?.unit === null && (plan.isPercent || format.percentColumns.has(plan.index)));
      const percent = number && isPercent ? { ...number, unit: 'percent' as const } : undefined;
      return [[field, inBounds(field, percent ? settleNumber(percent, format.numbers, -2) : null)]];
    }
    case 'money':
      return [[field, inBounds(field, readMoney(cell, format))]];
    case 'count':
      return [[field, inBounds(field, readCount(field, text))]];
    case 'number':
      return [[field, inBounds(field, /^\d{1,6}$/.test(text) ? Number(text) : null)]];
    case 'day':
      return [[field, cell.date ? settleDate(cell.date, format.dates) : null]];
    case 'moment': {
      const day = cell.date ? settleDate(cell.date, format.dates) : null;
      return [[field, day === null ? null : day * 86_400_000]];
    }
    case 'rating': {
      const rating = text.toUpperCase();
      return [[field, isRating(rating) ? rating : null]];
    }
    case 'country':
      return [[field, findCountry(text, languages) ?? null]];
    case 'code':
      return [[field, field === 'loanStatusCode' ? findLoanStatus(text) : findCode(field, text)]];
    case 'text':
      return [[field, readWords(field, text)]];
  }
}

// A borrower's name at Bondora is one word; a mark beside it is no part of it.
function readWords(field: FieldId, text: string): string | null {
  const isOne = text.length <= 60 && /^\p{L}[^\n*()<>~]*$/u.test(text) && !isUnknownMark(text);
  return isOne && (field !== 'userName' || /^\p{L}[\p{L}0-9_.-]+$/u.test(text)) ? text : null;
}

function readMoney({ number, cost }: CellReading, format: TableFormat): number | null {
  const amount = cost?.amount ?? number;
  return amount && amount.unit !== 'percent' ? settleNumber(amount, format.numbers) : null;
}

const countUnits: Partial<Record<FieldId, Concept>> = { loanDuration: 'term', daysLate: 'days' };

// "60", "60 months", "12 days": the word must be the field's own unit.
function readCount(field: FieldId, text: string): number | null {
  const match = /^(\d{1,5})\s?(\p{L}*)\.?$/u.exec(text);
  if (!match) return null;
  const unit = foldText(match[2] ?? '');
  const expected = countUnits[field];
  const isUnit = unit === '' || (expected !== undefined && (findConcepts(unit)?.includes(expected) ?? false));
  return isUnit ? Number(match[1]) : null;
}

function readPair({ pair }: CellReading): [FieldId, FieldValue][] {
  const [next, all] = pair ?? [0, 0];
  const fits = pair !== undefined && next <= all && inBounds('nrOfScheduledPayments', all) !== null;
  return [
    ['nextPaymentNr', fits ? next : null],
    ['nrOfScheduledPayments', fits ? all : null],
  ];
}

function readLoanNumber({ plan, text }: CellReading): [FieldId, FieldValue][] {
  const number = parseLoanNumber(text);
  const isPair = number?.auctionBidNumber !== undefined;
  const wantsPair = plan.fields.includes('investmentNumber');
  // A header "number" alone may count the rows of the page; loans have longer numbers.
  const isCounter =
    number !== undefined && !isPair && plan.concepts?.has('loan') !== true && number.text.length < 4;
  const known = number && (isPair || !wantsPair) && !isCounter ? number : undefined;
  const values: [FieldId, FieldValue][] = [['auctionNumber', known?.auctionNumber ?? null]];
  if (wantsPair || isPair) {
    values.push(['auctionBidNumber', known?.auctionBidNumber ?? null]);
    values.push(['investmentNumber', known?.text ?? null]);
  }
  // Generation A writes the borrower's name below the number.
  const [name, ...others] = text.split('\n').filter((line) => /^BO[A-Z0-9]{3,12}$/.test(line));
  if (name !== undefined && others.length === 0) values.push(['userName', name]);
  return values;
}

function inBounds(field: FieldId, value: number | null): number | null {
  const [least, most] = bounds[field] ?? moneyBounds;
  return value !== null && value >= least && value <= most ? value : null;
}

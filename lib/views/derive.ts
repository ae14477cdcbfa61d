import type { Day } from '#lib/base/day.ts';
import { defaultAssumptions, type Assumptions } from '#lib/finance/assumptions.ts';
import { isSaneDay, splitDay } from '#lib/finance/monthly-days.ts';
import { findYieldToMaturity } from '#lib/finance/yield-to-maturity.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { deriveDaysLate } from './days-late.ts';
import { deriveDebtStage, deriveNeverLate } from './payment-record.ts';
import { addScenarioFields, type AssumedPart } from './scenario-fields.ts';

/**
 * The fields that follow from a record by calculation, as of `today`. Only these are returned, and only where they follow:
 * a field whose inputs are unknown is absent, one that the record itself gives is left alone (absent here too).
 * No value is ever NaN or infinite. Those that rest on assumptions are worked out when they are read.
 */
export function deriveFields(
  record: LoanRecord,
  today: Day,
  assumptions: Assumptions = defaultAssumptions,
): LoanRecord {
  const { derived, part } = derive(record, today, assumptions);
  if (part !== null) addScenarioFields(derived, part);
  return derived;
}

/** The record together with what follows from it. */
export function withDerivedFields(
  record: LoanRecord,
  today: Day,
  assumptions: Assumptions = defaultAssumptions,
): LoanRecord {
  const { derived, part } = derive(record, today, assumptions);
  const whole = { ...record, ...derived };
  if (part !== null) addScenarioFields(whole, part);
  return whole;
}

/** What a part's yield under assumptions follows from; null where its open principal is not known. */
export function findAssumedPart(
  record: LoanRecord,
  today: Day,
  assumptions: Assumptions,
): AssumedPart | null {
  return derive(record, today, assumptions).part;
}

function derive(
  record: LoanRecord,
  today: Day,
  assumptions: Assumptions,
): { derived: LoanRecord; part: AssumedPart | null } {
  const derived: { -readonly [id in FieldId]?: FieldValue } = {};
  const read = (id: FieldId): number => readNumber(record, id);
  const readDay = (id: FieldId): number => saneDay(read(id));
  const give = (id: FieldId, value: number): void => {
    if (Number.isFinite(value) && (record[id] ?? null) === null) derived[id] = value;
  };

  const price = positive(read('price'));
  const principal = positive(read('principalRemaining'));
  // Not price / principal − 1, which makes ten percent off 0.09999999999999998.
  give('discount', (price - principal) / principal);
  give('pricePerPrincipal', price / principal);
  give('paymentsPerPrice', read('outstandingPayments') / price);

  const payments = countPayments(read('nextPaymentNr'), read('nrOfScheduledPayments'));
  give('paymentsLeft', payments.left);
  give('shareOfTermPaid', payments.share);

  const nextPaymentDate = readDay('nextPaymentDate');
  give('daysToNextPayment', nextPaymentDate - today);
  give('daysLate', deriveDaysLate(record, today) ?? Number.NaN);
  const daysLate = known(read('daysLate')) ?? (derived.daysLate as number | undefined) ?? null;
  give('debtStage', deriveDebtStage(record, daysLate) ?? Number.NaN);
  const neverLate = deriveNeverLate(record, daysLate);
  if (neverLate !== null) derived.neverLate = neverLate;
  give('monthsOnBook', countMonths(readDay('signedDate'), today));
  give('daysListed', notNegative(today - readDay('listedOnDate')));

  const left = known(read('paymentsLeft')) ?? payments.left;
  const terms = {
    paymentsLeft: left,
    nextPaymentDate: nextPaymentDate as Day,
    outstandingPayments: known(read('outstandingPayments')),
    principalRemaining: known(principal),
    interest: known(read('interest')),
  };
  const fee = read('fee');
  const cost = findCost(read('totalCost'), price, fee);
  const result = findYieldToMaturity(terms, cost, today);
  if ('rate' in result) give('yieldToMaturity', result.rate);
  const rating = typeof record.rating === 'string' ? record.rating : null;
  const feeRate = known(notNegative(fee / price)) ?? 0;
  const part = { terms, standing: { rating, daysLate }, cost, feeRate, today, assumptions };
  return { derived, part: terms.principalRemaining === null ? null : part };
}

/** What buying costs: with the fee where that is known, else the bare price. */
function findCost(totalCost: number, price: number, fee: number): number {
  return known(totalCost) ?? (Number.isNaN(fee) ? price : price + fee);
}

/** Payments to come, the next included, and the share that lies behind; NaN where the two numbers do not fit together. */
function countPayments(next: number, all: number): { left: number; share: number } {
  const fits = Number.isInteger(next) && Number.isInteger(all) && next >= 1 && all >= 1 && next <= all + 1;
  return fits ? { left: all - next + 1, share: (next - 1) / all } : { left: Number.NaN, share: Number.NaN };
}

/** Whole months from `since` until `today`. */
function countMonths(since: number, today: Day): number {
  if (!(since <= today)) return Number.NaN;
  const from = splitDay(since as Day);
  const to = splitDay(today);
  return to.month - from.month - (to.dayOfMonth < from.dayOfMonth ? 1 : 0);
}

/** A numeric field; NaN when the record does not know it. */
function readNumber(record: LoanRecord, id: FieldId): number {
  const value = record[id];
  return typeof value === 'number' ? value : Number.NaN;
}

function saneDay(value: number): number {
  return isSaneDay(value) ? value : Number.NaN;
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function positive(value: number): number {
  return value > 0 ? value : Number.NaN;
}

function notNegative(value: number): number {
  return value >= 0 ? value : Number.NaN;
}

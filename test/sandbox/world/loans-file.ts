import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Day } from '#lib/base/day.ts';
import { addMonths, createDay, dayInTallinn } from '#lib/base/day.ts';
import { isRating } from '#lib/loan/rating.ts';
import Papa from 'papaparse';
import { createUserName } from './draw-borrower.ts';
import { assembleLoan, findFirstDue, type LoanTerms } from './draw-loan.ts';
import type { Borrower, Loan } from './loan.ts';
import { createRandom, type Random } from './random.ts';

type Row = Readonly<Record<string, string>>;

/**
 * Builds loans out of the rows of a loan book: CSV with a header, columns named as in Bondora's public book, gzipped
 * or not. Terms and borrowers are the rows'; ids, numbers and payments are made up. Rows without a date count as
 * issued since mid 2024. Loans that would be repaid by `now` (epoch milliseconds) are left out: they are on no market.
 */
export async function readLoans(path: string, seed: number, now: number): Promise<Loan[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  const fault = errors[0];
  if (fault) throw new Error(`${path}, row ${fault.row ?? '?'}: ${fault.message}`);
  const today = dayInTallinn(now);
  const loans: Loan[] = [];
  for (const [nth, row] of shuffle(data, createRandom(seed, 'rows'))) {
    const random = createRandom(seed, 'row', nth);
    const terms = readTerms(random, row, today);
    // Old debts have mostly been sold or written off long since.
    if (!terms || (terms.isLate && terms.issuedOn < today - 5 * 365 && !random.chance(0.2))) continue;
    loans.push(assembleLoan(seed, loans.length, terms, readBorrower(random, row, loans.length), today));
  }
  if (loans.length === 0) throw new Error(`${path} holds no loan that is still running.`);
  return loans;
}

/** The rows with their numbers in an order that the seed settles: books are sorted by date, a market is not. */
function shuffle(rows: readonly Row[], random: Random): [number, Row][] {
  const mixed = [...rows.entries()];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.int(0, last);
    const [one, two] = [mixed[last], mixed[other]];
    if (one && two) [mixed[last], mixed[other]] = [two, one];
  }
  return mixed;
}

function readTerms(random: Random, row: Row, today: Day): LoanTerms | undefined {
  const issuedOn = readIssueDay(random, row, today);
  const rating = row['Rating'] ?? '';
  const amount = read(row, 'Amount');
  const interest = read(row, 'Interest');
  const duration = read(row, 'LoanDuration');
  if (issuedOn === undefined || !(amount > 0) || !(interest >= 0) || !(duration > 0)) return undefined;
  const paymentDay = Math.min(31, Math.max(1, read(row, 'MonthlyPaymentDay') || 1));
  const isLate =
    row['LateOrDefaulted'] === '1' || (row['DefaultDate'] ?? '') !== '' || row['Status'] === 'Late';
  const lastDue = addMonths(findFirstDue(issuedOn, paymentDay), duration - 1);
  if (issuedOn > today - 2 || (!isLate && lastDue < today + 20)) return undefined;
  return {
    country: row['Country'] || 'EE',
    rating: isRating(rating) ? rating : null,
    interest,
    amount,
    duration,
    monthlyPayment: read(row, 'MonthlyPayment') || null,
    paymentDay,
    issuedOn,
    signedHour: read(row, 'ApplicationSignedHour') || 12,
    isLate,
  };
}

/** A whole date where there is one, else a day of the row's month that is the row's weekday. */
function readIssueDay(random: Random, row: Row, today: Day): Day | undefined {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(row['LoanDate'] ?? '');
  if (date) return createDay(Number(date[1]), Number(date[2]), Number(date[3]));
  const year = read(row, 'LoanYear');
  if (!(year > 0)) {
    const from = createDay(2024, 6, 1) ?? today;
    return random.int(Math.min(from, today - 40), today - 20) as Day;
  }
  const first = createDay(year, read(row, 'LoanMonth') || 1, 1);
  if (first === undefined) return undefined;
  // 1970-01-01 was a Thursday; the file counts Monday as 1.
  const ahead = (read(row, 'LoanWeekday') - 1 - ((first + 3) % 7) + 7) % 7;
  return (first + ahead + 7 * random.int(0, 3)) as Day;
}

function readBorrower(random: Random, row: Row, index: number): Borrower {
  return {
    userName: createUserName(random, index),
    age: read(row, 'Age') || 40,
    gender: read(row, 'Gender') || 0,
    education: read(row, 'Education') || -1,
    home: read(row, 'HomeOwnershipType') || 0,
    verification: Math.max(1, read(row, 'VerificationType') || 1),
    language: read(row, 'LanguageCode') || 2,
    income: read(row, 'IncomeTotal') || 0,
    liabilityCount: read(row, 'ExistingLiabilities') || 0,
    liabilities: read(row, 'LiabilitiesTotal') || 0,
    previousLoans: read(row, 'NoOfPreviousLoansBeforeLoan') || 0,
    previousAmount: read(row, 'AmountOfPreviousLoansBeforeLoan') || 0,
  };
}

/** A number of a row; NaN where the field is empty or missing. */
function read(row: Row, name: string): number {
  const text = row[name];
  return text === undefined || text === '' ? Number.NaN : Number(text);
}

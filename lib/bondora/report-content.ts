import { readInvestmentLine, type InvestmentLine } from './investment-line.ts';
import { readOldInvestmentLine, type OldInvestmentLine } from './old-investment-line.ts';
import { listReader, type PartReader } from './record-reader.ts';
import {
  readBooking,
  readEndedListing,
  readPlannedPayment,
  readRepayment,
  type Booking,
  type EndedListing,
  type PlannedPayment,
  type Repayment,
} from './report-lines.ts';

/** The rows of a report, which depend on its type. */
export type ReportContent =
  | { kind: 'planned-cash-flow'; rows: PlannedPayment[] }
  | { kind: 'repayments'; rows: Repayment[] }
  | { kind: 'market-archive'; rows: EndedListing[] }
  | { kind: 'account-statement'; rows: Booking[] }
  | { kind: 'investments'; rows: InvestmentLine[] }
  | { kind: 'old-investments'; rows: OldInvestmentLine[] }
  /** A type nobody knows: its rows are as they came. */
  | { kind: 'unknown'; rows: unknown[] };

/** Types of reports that can be ordered. */
export const reportTypes = {
  'planned-cash-flow': 3,
  repayments: 4,
  'market-archive': 6,
  'account-statement': 7,
  investments: 8,
} as const satisfies Partial<Record<ReportContent['kind'], number>>;

export type OrderableReport = keyof typeof reportTypes;

/** Reads the rows of a report of a type; undefined when they are no list. */
export function readReportContent(
  type: number | null,
  rows: unknown,
  problems: string[],
  path: string,
): ReportContent | undefined {
  const read = <Row>(row: PartReader<Row>): Row[] | undefined => listReader(row)(rows, problems, path);
  switch (type) {
    case 2:
      return withKind('old-investments', read(readOldInvestmentLine));
    case 3:
      return withKind('planned-cash-flow', read(readPlannedPayment));
    case 4:
      return withKind('repayments', read(readRepayment));
    case 6:
      return withKind('market-archive', read(readEndedListing));
    case 7:
      return withKind('account-statement', read(readBooking));
    case 8:
      return withKind('investments', read(readInvestmentLine));
    default:
      return withKind('unknown', Array.isArray(rows) ? (rows as unknown[]) : undefined);
  }
}

function withKind<Kind extends string, Row>(
  kind: Kind,
  rows: Row[] | undefined,
): { kind: Kind; rows: Row[] } | undefined {
  return rows === undefined ? undefined : { kind, rows };
}

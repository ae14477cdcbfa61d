import { describe, expect, it } from 'vitest';
import { readAuctionDetails } from '#lib/bondora/auction-details.ts';
import { readAuction } from '#lib/bondora/auction.ts';
import {
  readDebtManagementEvent,
  readLoanTransfer,
  readScheduledPayment,
} from '#lib/bondora/collection-history.ts';
import { readInvestmentLine } from '#lib/bondora/investment-line.ts';
import { readInvestment } from '#lib/bondora/investment.ts';
import { readListingSummary } from '#lib/bondora/listing-summary.ts';
import { readLoanPart } from '#lib/bondora/loan-part.ts';
import { readOldInvestmentLine } from '#lib/bondora/old-investment-line.ts';
import { readPublicLoan } from '#lib/bondora/public-loan.ts';
import type { PartReader } from '#lib/bondora/record-reader.ts';
import {
  readBooking,
  readEndedListing,
  readPlannedPayment,
  readRepayment,
} from '#lib/bondora/report-lines.ts';
import { readSecondMarketItem } from '#lib/bondora/second-market-item.ts';
import { shiftDecimal } from '#lib/bondora/shift-decimal.ts';
import { description, resolveSchema, typeOf, type Schema } from '#test/contract/api-description.ts';

const readers: Record<string, PartReader<Record<string, unknown>>> = {
  SecondMarketItem: readSecondMarketItem,
  SecondMarketItemSummary: readListingSummary,
  MyInvestmentItem: readInvestment,
  LoanPartDetails: readLoanPart,
  DebtManagementEvent: readDebtManagementEvent,
  LoanTransfer: readLoanTransfer,
  ScheduledPayment: readScheduledPayment,
  Auction: readAuction,
  AuctionExtended: readAuctionDetails,
  PublicDatasetItem: readPublicLoan,
  FutureCashflowsReportLine: readPlannedPayment,
  RepaymentsReportLine: readRepayment,
  SecondMarketArchiveReportLine: readEndedListing,
  AccountStatementReportLine: readBooking,
  InvestmentsListReportLineV2: readInvestmentLine,
  InvestmentsListReportLine: readOldInvestmentLine,
};

/** A value as the description wants it, and what must become of it. */
function sample(name: string, schema: Schema): { sent: unknown; read: unknown } {
  if (name === 'Rating') return { sent: 'HR', read: 'HR' };
  if (name === 'Country') return { sent: 'EE', read: 'EE' };
  if (schema.format === 'dotnet-date-time') {
    return { sent: '2021-05-15T22:30:48.2279492+03:00', read: expect.any(Number) };
  }
  if (schema.format === 'uuid') {
    return { sent: '0A0B0C0D-1111-2222-3333-444455556666', read: '0a0b0c0d-1111-2222-3333-444455556666' };
  }
  if (schema['x-unit'] === 'percent') return { sent: 19.52, read: 0.1952 };
  switch (typeOf(schema)) {
    case 'array':
      return { sent: [], read: [] };
    case 'object':
      return { sent: {}, read: expect.any(Object) };
    case 'boolean':
      return { sent: true, read: true };
    case 'integer':
      return { sent: 1, read: expect.toSatisfy((value) => [1, '1', true].includes(value as number)) };
    case 'number':
      return { sent: 0.0067920792, read: 0.0067920792 };
    default:
      return { sent: 'text', read: 'text' };
  }
}

describe.each(Object.entries(readers))('%s', (name, reader) => {
  const schema = resolveSchema({ $ref: `#/components/schemas/${name}` });
  const properties = Object.entries(schema.properties ?? {}).map(
    ([key, property]) => [key, resolveSchema(property)] as const,
  );

  it('reads every field of the description, each under one name', () => {
    const names = properties.map(([key, property]) => {
      const { sent, read } = sample(key, property);
      const problems: string[] = [];
      const record = reader({ [key]: sent }, problems, 'Payload') ?? {};
      const known = Object.entries(record).filter(([, value]) => value !== null);
      expect(problems, key).toEqual([]);
      expect(known, key).toEqual([[expect.any(String), read]]);
      return known[0]?.[0];
    });
    expect(new Set(names).size).toBe(properties.length);
    expect(new Set(Object.keys(reader({}, [], '') ?? {}))).toEqual(new Set(names));
  });

  it('makes any field of the wrong kind unknown and reports where', () => {
    for (const [key] of properties) {
      const problems: string[] = [];
      const record = reader({ [key]: { not: ['this'] } }, problems, 'Payload[7]') ?? {};
      const isPart = Object.values(record).some((value) => value !== null);
      expect(problems, key).toEqual(isPart ? [] : [`Payload[7].${key}`]);
    }
  });

  it('keeps null, zero, -1 and numbers nobody knows', () => {
    for (const [key, property] of properties) {
      const type = typeOf(property);
      expect(Object.values(reader({ [key]: null }, [], '') ?? {}).every((value) => value === null)).toBe(
        true,
      );
      if (type !== 'integer' || key === 'NewCreditCustomer') continue;
      for (const number of [0, -1, 4711]) {
        const record = reader({ [key]: number }, [], '') ?? {};
        const read = Object.values(record).find((value) => value !== null);
        expect(Number(read), key).toBe(property['x-unit'] === 'percent' ? shiftDecimal(number, -2) : number);
      }
    }
  });
});

it('has a reader for every kind of row and item that the description has', () => {
  const inside = /^ApiResult|Request$|^(ApiResult|OAuthError|WebhookEvent|Bid|DotNetDateTime)$/;
  const elsewhere = new Set([
    'MyAccountBalance',
    'ApiError',
    'GoGrowAccount',
    'EventLogItem',
    'Liability',
    'Debt',
    'BorrowerHistory',
    'BidSummary',
    'BidResponse',
    'ReportItem',
    'Report',
    'ReportResponse',
    'SecondMarketSell',
    'SecondMarketSaleResponse',
    'AccessTokenResult',
  ]);
  const objects = Object.entries(description.components.schemas)
    .filter(([name, schema]) => resolveSchema(schema).properties !== undefined && !inside.test(name))
    .map(([name]) => name);
  expect(objects.filter((name) => !(name in readers) && !elsewhere.has(name))).toEqual([]);
});

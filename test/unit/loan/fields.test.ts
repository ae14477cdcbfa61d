import { describe, expect, it } from 'vitest';
import { readAuction } from '#lib/bondora/auction.ts';
import { readInvestmentLine } from '#lib/bondora/investment-line.ts';
import { readInvestment } from '#lib/bondora/investment.ts';
import { readListingSummary } from '#lib/bondora/listing-summary.ts';
import { readLoanPart } from '#lib/bondora/loan-part.ts';
import { readPublicLoan } from '#lib/bondora/public-loan.ts';
import type { PartReader } from '#lib/bondora/record-reader.ts';
import { readSecondMarketItem } from '#lib/bondora/second-market-item.ts';
import type { FieldSource } from '#lib/loan/field.ts';
import { describeField, fieldGroups } from '#lib/loan/field-help.ts';
import { fieldIds, getField, type FieldId } from '#lib/loan/fields.ts';
import { description, resolveSchema, typeOf } from '#test/contract/api-description.ts';

const readers: readonly [FieldSource, string, PartReader<Record<string, unknown>>][] = [
  ['market', 'SecondMarketItem', readSecondMarketItem],
  ['market', 'SecondMarketItemSummary', readListingSummary],
  ['loan-part', 'LoanPartDetails', readLoanPart],
  ['investment', 'MyInvestmentItem', readInvestment],
  ['auction', 'Auction', readAuction],
  ['public-data', 'PublicDatasetItem', readPublicLoan],
  ['report', 'InvestmentsListReportLineV2', readInvestmentLine],
];

/** What is no field: lists of their own, and the discount a second time. */
const noFields = new Set([
  'debtManagementEvents',
  'loanTransfers',
  'scheduledPayments',
  'discountAsFraction',
]);

describe.each(readers)('what comes from %s (%s)', (source, schema, reader) => {
  const names = Object.keys(reader({}, [], '') ?? {}).filter((name) => !noFields.has(name));

  it('is in the catalogue, and says so', () => {
    expect(names.filter((name) => !(fieldIds as readonly string[]).includes(name))).toEqual([]);
    expect(names.filter((name) => !describeField(name as FieldId).sources.includes(source))).toEqual([]);
  });

  it('is of the kind and has the labels that the description tells', () => {
    const { properties = {} } = resolveSchema({ $ref: `#/components/schemas/${schema}` });
    for (const [key, property] of Object.entries(properties)) {
      const told = resolveSchema(property);
      const id = findName(reader, key, told);
      if (id === undefined || noFields.has(id)) continue;
      const { kind, labels } = getField(id as FieldId);
      if (told['x-unit'] === 'EUR') expect([key, kind]).toEqual([key, 'money']);
      if (told['x-unit'] === 'percent' || told['x-unit'] === 'fraction')
        expect([key, kind]).toEqual([key, 'rate']);
      const codes = Object.entries(told['x-labels'] ?? {}).filter(([, label]) => label !== 'unknown');
      const unlabelled = codes.filter(([code]) => labels?.[Number(code)] === undefined);
      // That nothing is given is said by the words "Not given"; what Bondora never gives needs none.
      expect(unlabelled.filter(([, label]) => label !== 'NotUsed')).toEqual([]);
    }
  });
});

/** The name under which a reader gives a key of the API. */
function findName(
  reader: PartReader<Record<string, unknown>>,
  key: string,
  schema: ReturnType<typeof resolveSchema>,
): string | undefined {
  const sent = typeOf(schema) === 'string' ? '2021-05-15T22:30:48' : 1;
  for (const value of [sent, 'AA', 'EE', '0a0b0c0d-1111-2222-3333-444455556666', 1]) {
    const read = Object.entries(reader({ [key]: value }, [], '') ?? {}).find(([, one]) => one !== null);
    if (read !== undefined) return read[0];
  }
  return undefined;
}

describe('every field', () => {
  it('is explained in one sentence and says where it comes from', () => {
    for (const id of fieldIds) {
      expect(describeField(id).meaning).toMatch(/^[A-Z][^.]*(\d\.\d[^.]*)?\.$/);
      expect(describeField(id).sources.length).toBeGreaterThan(0);
    }
  });

  it('stands in one group', () => {
    const grouped = Object.values(fieldGroups).flatMap((group) => Object.keys(group));
    expect(grouped.toSorted()).toEqual([...fieldIds].toSorted());
  });

  it('is private exactly when it is the text of a note', () => {
    const own = fieldIds.filter((id) => describeField(id).sources.includes('note'));
    expect(fieldIds.filter((id) => getField(id).isPrivate === true)).toEqual(own);
  });
});

it('knows the description that it is compared with', () => {
  expect(Object.keys(description.components.schemas)).toContain('SecondMarketItem');
});

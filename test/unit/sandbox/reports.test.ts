import { describe, expect, it } from 'vitest';
import { checkFields } from './check-answer.ts';
import { getPayload, getText, nobody, useSandbox, type Answer, type Item } from './use-sandbox.ts';

const box = useSandbox({ seed: 11, listings: 400, holdings: 60, now: () => Date.UTC(2026, 10, 22, 12) });

describe('reports', () => {
  const order = async (type: unknown, from: unknown, to: unknown): Promise<Answer> => {
    return box.call('createReport', '/api/v1/report', { ReportType: type, PeriodStart: from, PeriodEnd: to });
  };
  const get = async (id: string): Promise<Answer> => {
    return box.call('getReport', `/api/v1/report/${id}`);
  };
  const kinds: Record<number, string> = {
    3: 'FutureCashflowsReportLine',
    4: 'RepaymentsReportLine',
    6: 'SecondMarketArchiveReportLine',
    7: 'AccountStatementReportLine',
    8: 'InvestmentsListReportLineV2',
  };

  it.each([
    [3, '2026-11-22T00:00:00', '2028-11-20T00:00:00'],
    [4, '2025-01-01T00:00:00', '2026-11-22T00:00:00'],
    [6, '2025-01-01T00:00:00', '2026-12-31T00:00:00'],
    [7, '2025-01-01T00:00:00', '2026-12-31T00:00:00'],
    [8, '2025-01-01T00:00:00', '2026-12-31T00:00:00'],
  ])('of type %i are hidden, then made, then full', async (type, from, to) => {
    if (type === 6) {
      const [listing] = await box.getMarket('&ShowMyItems=true');
      await box.call('cancelSecondaryMarketItem', `/api/v1/secondarymarket/${getText(listing, 'Id')}/cancel`);
    }
    const ordered = await order(type, from, to);
    expect(ordered.status).toBe(202);
    const id = getText(getPayload(ordered), 'ReportId');
    expect((await get(id)).body.Errors[0]?.Message).toBe(`Report with Id ${id} is not found`);
    box.sandbox.clock.advance(2000);
    expect(getPayload(await get(id))).toMatchObject({ GeneratedOn: null, Result: [], ReportType: type });
    box.sandbox.clock.advance(100_000);
    const ready = await get(id);
    const { Result: rows, GeneratedOn: at } = getPayload(ready) as { Result: Item[]; GeneratedOn: unknown };
    expect(at).toEqual(expect.any(String));
    expect(rows.length).toBeGreaterThan(0);
    expect(ready.body['Count']).toBe(rows.length);
    for (const row of rows) checkFields(kinds[type] ?? '', row);
    const { body } = await box.call('listReports', '/api/v1/reports');
    expect(body.Payload.some((report) => report['ReportId'] === id)).toBe(true);
  });

  it('of kinds and periods that are not made are refused', async () => {
    expect((await order(1, '2025-01-01', '2025-02-01')).body.Errors[0]?.Message).toBe(
      "Report Type '1' is not supported",
    );
    for (const [from, to] of [
      [undefined, '2025-01-01T00:00:00'],
      ['2025-01-01T00:00:00', undefined],
      ['2008-06-01T00:00:00', '2009-06-01T00:00:00'],
      ['2022-01-01T00:00:00', '2025-01-01T00:00:00'],
      ['2025-02-01T00:00:00', '2025-01-01T00:00:00'],
      ['2050-01-01T00:00:00', '2050-02-01T00:00:00'],
    ]) {
      expect((await order(7, from, to)).status, `${from} to ${to}`).toBe(400);
    }
    expect((await box.call('getReport', `/api/v1/report/${nobody}`)).status).toBe(404);
  });
});

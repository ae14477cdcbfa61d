import { describe, expect, it } from 'vitest';
import { checkFields } from './check-answer.ts';
import { getPayload, getText, nobody, useSandbox, type Item } from './use-sandbox.ts';

const box = useSandbox({ seed: 11, listings: 400, holdings: 60, now: () => Date.UTC(2026, 10, 22, 12) });

describe('the account', () => {
  it('tells its cash, which is what the statement adds up to', async () => {
    const balance = await box.getBalance();
    checkFields('MyAccountBalance', balance);
    expect(balance['TotalAvailable']).toBeCloseTo(
      Number(balance['Balance']) - Number(balance['Reserved']) - Number(balance['BidRequestAmount']),
      9,
    );
    const sum = box.sandbox.world.investors[0]?.bookings.reduce((total, { amount }) => total + amount, 0);
    expect(sum).toBeCloseTo(Number(balance['Balance']), 6);
  });

  it('lists investments with all fields, repaid ones among them, sold ones only when asked', async () => {
    const held = await box.getInvestments();
    expect(held.length).toBeGreaterThan(30);
    for (const item of held) checkFields('MyInvestmentItem', item);
    expect(held.some((item) => item['LoanStatusCode'] === 4)).toBe(true);
    expect(held.every((item) => item['SoldDate'] === null)).toBe(true);
    const sold = await box.getInvestments('SalesStatus=1');
    expect(sold.length).toBeGreaterThan(0);
    expect(sold.every((item) => item['SoldDate'] !== null && Number(item['SalePrice']) > 0)).toBe(true);
    const onSale = await box.getInvestments('request.salesStatus=2');
    expect(onSale.length).toBeGreaterThan(0);
    const mine = await box.getMarket('&ShowMyItems=true');
    expect(new Set(onSale.map((item) => item['LoanPartId']))).toEqual(
      new Set(mine.map((item) => item['LoanPartId'])),
    );
    const running = await box.getInvestments('IsInRepayment=true&Countries=FI&Countries=EE');
    expect(running.every((item) => item['LoanStatusCode'] !== 4 && item['Country'] !== 'NL')).toBe(true);
  });

  it('pays holders what came in since they bought, and no more', async () => {
    for (const item of await box.getInvestments()) {
      const received = Number(item['NoteLoanTransfersMainAmount']);
      expect(received).toBeLessThanOrEqual(Number(item['PrincipalRepaid']) + 1e-8);
      expect(item['NoteLoanTransfersTotalRepaimentsAmount']).toBeCloseTo(
        received + Number(item['NoteLoanTransfersInterestAmount']) + Number(item['NoteLoanLateChargesPaid']),
        8,
      );
    }
  });
});

describe('loan parts', () => {
  it('come with payments and schedules that add up', async () => {
    const market = await box.getMarket();
    const ids = market.slice(0, 150).map((item) => getText(item, 'LoanPartId'));
    const { body } = await box.call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: [...ids, nobody] });
    expect(body.Payload).toHaveLength(151);
    expect(body.Payload.at(-1)).toBeNull();
    body.Payload.slice(0, 150).forEach((part, at) => {
      checkFields('LoanPartDetails', part);
      expect(part['LoanPartId']).toBe(ids[at]);
      expect(part['PrincipalRemaining']).toBe(market[at]?.['PrincipalRemaining']);
      const sum = (list: unknown, name: string): number =>
        (list as Item[]).reduce((total, entry) => total + Number(entry[name]), 0);
      const { LoanTransfers: transfers, ScheduledPayments: rows } = part;
      expect(sum(transfers, 'PrincipalAmount')).toBeCloseTo(Number(part['PrincipalRepaid']), 6);
      expect(sum(transfers, 'InterestAmount') + sum(transfers, 'InterestAmountCarriedOver')).toBeCloseTo(
        Number(part['InterestRepaid']),
        6,
      );
      expect(sum(transfers, 'PenaltyAmountCarriedOver')).toBeCloseTo(Number(part['LateAmountPaid']), 6);
      expect(sum(transfers, 'TotalAmount')).toBeCloseTo(Number(part['TotalRepaid']), 6);
      if (part['ReScheduledOn'] === null) {
        expect(sum(rows, 'PrincipalAmount')).toBeCloseTo(Number(part['Amount']), 6);
      }
    });
    const one = getPayload(await box.call('getLoanPart', `/api/v1/loanpart/${ids[0]}`));
    expect(one).toEqual(body.Payload[0]);
    expect((await box.call('getLoanPart', `/api/v1/loanpart/${nobody}`)).status).toBe(404);
    expect((await box.call('getLoanPart', '/api/v1/loanpart/nonsense')).status).toBe(400);
  });

  it('are listed by GET with a body too, and not by more than a thousand', async () => {
    const id = getText((await box.getMarket())[0], 'LoanPartId');
    const { body } = await box.call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: [id] });
    expect(body.Payload[0]?.['LoanPartId']).toBe(id);
    const many = await box.call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: Array(1001).fill(id) });
    expect(many).toMatchObject({ status: 400, body: { Errors: [{ Message: 'Too many items' }] } });
    expect((await box.call('listLoanParts', '/api/v1/loanpart/list', { ItemIds: [] })).status).toBe(400);
  });
});

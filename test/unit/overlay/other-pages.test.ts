// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/cashflow" }
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { createOverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { press } from './trusted-events.ts';

const guid = '00000000-0000-4000-8000-0000000000aa';

const row = (date: string, state: string): string =>
  `<tr class="${state}"><td colspan="2">${date}</td><td>2.00€</td><td>1.50€</td><td>0.50€</td><td></td></tr>`;

const loanHtml = (heading = 'Loan 1234567'): string => `<h1>${heading}</h1><h3>Schedule</h3>
  <table class="table"><tbody>
  <tr><th colspan="2">Date</th><th>Amount</th><th>Principal</th><th>Interest</th><th>Late charge</th></tr>
  ${row('15/09/2026', 'past green')}${row('15/10/2026', 'past green')}${row('15/11/2026', 'past green')}
  ${row('15/12/2026', 'future')}${row('15/01/2027', 'future')}</tbody></table>`;

const month = (name: string, received: string, planned: string): string =>
  `<tr><td><a href="#">${name}</a></td><td>1.00 €</td><td>${received}</td><td>${planned}</td></tr>`;

const cashFlowTable = (months: string): string => `<table class="table"><thead><tr><th>Period</th>
  <th>Opening balance</th><th>Principal and interest received - total</th>
  <th>Principal and interest planned - total</th></tr></thead><tbody>
  <tr><td>Total:</td><td>1.00 €</td><td>30.00 €</td><td>60.00 €</td></tr>${months}</tbody></table>`;

const cashFlowHtml = `<div id="cashflow-content">${cashFlowTable(
  month('Sep 2026', '6.00 €', '8.00 €') +
    month('Oct 2026', '??', '8.00 €') +
    month('Dec 2026', '0.00 €', '8.00 €'),
)}</div>`;

const cells = (): (string | undefined)[][] =>
  [...document.querySelectorAll('tbody tr')].map((line) =>
    [...line.querySelectorAll<HTMLElement>('.bondlens-cell')].map((cell) => cell.dataset['value']),
  );

describe('the page of one loan', () => {
  it('has a card with what page and mirror tell of it, above the schedule, and again when that is replaced', async () => {
    history.pushState(null, '', `/en/Auction/Show/${guid}`);
    const stage = createOverlayStage(loanHtml(), (background) => {
      background.records.set(1234567, { auctionNumber: 1234567, daysLate: 3 });
      background.pulledAt = Date.UTC(2026, 10, 22, 9);
    });
    await stage.mark('ready');
    const card = (): HTMLElement => find(stage.parts.frame('card'), '.card');
    const value = (id: string): string | null => find(card(), `[data-column="${id}"]`).textContent;
    expect(value('paymentsLeft')).toBe('2');
    expect(value('shareOfTermPaid')).toBe('60.0%');
    expect(value('daysLate')).toBe('3');
    expect(value('discount')).toBe('–');
    expect(find(card(), 'p').textContent).toContain('1 hour old at most');

    press(find(card(), 'button.note'));
    expect(stage.parts.has('panel')).toBe(true);

    const table = find(document, 'table');
    table.replaceWith(table.cloneNode(true));
    await stage.until(() => find(document, 'table').previousElementSibling?.localName === 'bondlens-card');
    expect(document.querySelectorAll('bondlens-card')).toHaveLength(1);
  });

  it('has none where nobody can tell which loan it is, or nobody answers', async () => {
    history.pushState(null, '', `/en/Auction/Show/${guid}`);
    const stage = createOverlayStage(loanHtml('Loan'));
    await stage.until(() => document.documentElement.dataset['bondlens'] === 'ready');
    expect(document.querySelector('bondlens-card')).toBeNull();

    const silent = createOverlayStage(loanHtml(), (background) => {
      background.failure = new AppError('internal', 'No answer.');
    });
    await silent.until(() => document.documentElement.dataset['bondlens'] === 'ready');
    expect(document.querySelector('bondlens-card')).toBeNull();
  });
});

describe('the cash flow', () => {
  it('has values of ours where both sums are sure and the month has begun, and nothing on totals', async () => {
    history.pushState(null, '', '/en/cashflow');
    const stage = createOverlayStage(cashFlowHtml);
    await stage.until(() => document.documentElement.dataset['bondlens'] === 'ready');
    const none = [undefined, undefined];
    expect(cells()).toEqual([none, ['0.75', '-2'], none, none]);

    find(document, '#cashflow-content').innerHTML = cashFlowTable(month('Aug 2026', '9.00 €', '6.00 €'));
    await stage.until(() => document.querySelector('.bondlens-cell') !== null);
    expect(cells()).toEqual([none, ['1.5', '3']]);
    expect([...document.querySelectorAll('th.bondlens-cell')].map((cell) => cell.textContent)).toEqual([
      'Received of planned',
      'Received − planned',
    ]);

    stage.background.preferences.overlay = false;
    stage.background.pulse('preferences');
    await stage.mark('off');
    expect(document.querySelector('.bondlens-cell')).toBeNull();
  });

  it('is left alone where its columns are not known', async () => {
    history.pushState(null, '', '/en/cashflow');
    const stage = createOverlayStage(cashFlowHtml.replace('received - total', 'zrt'));
    await stage.until(() => document.documentElement.dataset['bondlens'] === 'ready');
    expect(document.querySelector('.bondlens-cell')).toBeNull();
  });
});

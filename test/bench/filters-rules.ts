import type { BenchMarket } from './filters-rows.ts';

/** One rule in four tongues: ours, the loop that somebody would write for just this rule, and the rivals' languages. */
export interface BenchRule {
  what: string;
  formula: string;
  /** Fills `out` with 0 no, 1 yes, 2 unknown, as our engine does. */
  byHand: (market: BenchMarket, out: Uint8Array) => void;
  filtrex: string;
  cel: string;
}

const is = (condition: boolean): number => (condition ? 1 : 0);

/** A table over a dictionary: 0 no, 1 yes, 2 unknown. */
function judgeWords(words: readonly (string | null)[], fits: (word: string) => boolean): Uint8Array {
  return Uint8Array.from(words, (word) => (word === null ? 2 : is(fits(word))));
}

export const benchRules: readonly BenchRule[] = [
  {
    what: 'one clause',
    formula: 'discount < -10%',
    byHand(market, out) {
      const discount = market.numbers('discount');
      for (let i = 0; i < out.length; i++) {
        const d = discount[i] as number;
        out[i] = d < -0.1 ? 1 : d >= -0.1 ? 0 : 2;
      }
    },
    filtrex: 'discount < -0.1',
    cel: 'r.discount < -0.1',
  },
  {
    what: 'three clauses and a list',
    formula: 'discount < -10% and rating in [A, B, C] and days late = 0',
    byHand(market, out) {
      const discount = market.numbers('discount');
      const late = market.numbers('daysLate');
      const ratings = market.codes('rating');
      const good = judgeWords(market.words('rating'), (word) => word === 'A' || word === 'B' || word === 'C');
      for (let i = 0; i < out.length; i++) {
        const d = discount[i] as number;
        const r = good[ratings[i] as number] as number;
        const l = late[i] as number;
        if (d >= -0.1 || r === 0 || l > 0) out[i] = 0;
        else out[i] = d < -0.1 && r === 1 && l === 0 ? 1 : 2;
      }
    },
    filtrex: 'discount < -0.1 and rating in ("A", "B", "C") and daysLate == 0',
    cel: 'r.discount < -0.1 && r.rating in ["A", "B", "C"] && r.daysLate == 0.0',
  },
  {
    what: 'text and dates',
    formula: 'borrower starts with "BO1" and next payment date between today and today + 14 days',
    byHand(market, out) {
      const next = market.numbers('nextPaymentDate');
      const names = market.codes('userName');
      const wanted = judgeWords(market.words('userName'), (word) => word.toLowerCase().startsWith('bo1'));
      const from = market.today;
      const to = market.today + 14;
      for (let i = 0; i < out.length; i++) {
        const w = wanted[names[i] as number] as number;
        const n = next[i] as number;
        if (w === 0 || n < from || n > to) out[i] = 0;
        else out[i] = w === 1 && n >= from ? 1 : 2;
      }
    },
    filtrex: 'startsWith(userName, "BO1") == 1 and nextPaymentDate >= 20779 and nextPaymentDate <= 20793',
    cel: 'r.userName.startsWith("BO1") && r.nextPaymentDate >= 20779.0 && r.nextPaymentDate <= 20793.0',
  },
  {
    what: 'nested, with a negation',
    formula:
      '(rating better than D and yield to maturity > 15%) or (country = EE and payments left < 12 and not discount > 0)',
    byHand(market, out) {
      const ytm = market.numbers('yieldToMaturity');
      const left = market.numbers('paymentsLeft');
      const discount = market.numbers('discount');
      const ratings = market.codes('rating');
      const countries = market.codes('country');
      const better = judgeWords(market.words('rating'), (word) => ['AA', 'A', 'B', 'C'].includes(word));
      const estonian = judgeWords(market.words('country'), (word) => word === 'EE');
      for (let i = 0; i < out.length; i++) {
        const r = better[ratings[i] as number] as number;
        const y = ytm[i] as number;
        const c = estonian[countries[i] as number] as number;
        const l = left[i] as number;
        const d = discount[i] as number;
        if ((r === 1 && y > 0.15) || (c === 1 && l < 12 && d <= 0)) out[i] = 1;
        else out[i] = (r === 0 || y <= 0.15) && (c === 0 || l >= 12 || d > 0) ? 0 : 2;
      }
    },
    filtrex:
      '(rating in ("AA", "A", "B", "C") and yieldToMaturity > 0.15) or (country == "EE" and paymentsLeft < 12 and not (discount > 0))',
    cel: '(r.rating in ["AA", "A", "B", "C"] && r.yieldToMaturity > 0.15) || (r.country == "EE" && r.paymentsLeft < 12.0 && !(r.discount > 0.0))',
  },
  {
    what: 'five clauses with arithmetic and unknowns',
    formula:
      'future scheduled payments / price > 1.4 and coalesce(days late, 0) <= 5 and (XIRR is unknown or XIRR > 10%) and issued on >= 2022-01-01 and country in [EE, FI]',
    byHand(market, out) {
      const payments = market.numbers('outstandingPayments');
      const price = market.numbers('price');
      const late = market.numbers('daysLate');
      const xirr = market.numbers('xirr');
      const issued = market.numbers('signedDate');
      const countries = market.codes('country');
      const wanted = judgeWords(market.words('country'), (word) => word === 'EE' || word === 'FI');
      const since = 18_993;
      for (let i = 0; i < out.length; i++) {
        const q = (payments[i] as number) / (price[i] as number);
        const c = wanted[countries[i] as number] as number;
        const s = issued[i] as number;
        if (q <= 1.4 || (late[i] as number) > 5 || (xirr[i] as number) <= 0.1 || s < since || c === 0)
          out[i] = 0;
        else out[i] = q > 1.4 && s >= since && c === 1 ? 1 : 2;
      }
    },
    filtrex:
      'outstandingPayments / price > 1.4 and not (daysLate > 5) and not (xirr <= 0.1) and signedDate >= 18993 and country in ("EE", "FI")',
    cel: 'r.outstandingPayments / r.price > 1.4 && !(r.daysLate > 5.0) && !(r.xirr <= 0.1) && r.signedDate >= 18993.0 && r.country in ["EE", "FI"]',
  },
];

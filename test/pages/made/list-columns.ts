import { ratings } from '#lib/loan/rating.ts';
import { writeDiscount, writeNumber, writeSum, type PageStyle } from './page-style.ts';
import { pickOne, type Roll } from './roll.ts';

/** What is true of one row: fields of loans by name, ids by `ids.` and theirs. */
export type Fact = Readonly<Record<string, unknown>>;

type Date = readonly [year: number, month: number, day: number];

/** One loan of a made list. Sums in cents, rates in hundredths of a percent. */
export interface MadeLoan {
  number: number;
  bid: number;
  guid: string;
  country: string;
  rating: string;
  interest: number;
  xirr: number | null;
  next: number;
  payments: number;
  nextDate: Date;
  listed: Date;
  outstanding: number;
  principal: number;
  /** Whole percents; negative for a discount. */
  discount: number;
  amount: number;
  repaid: number;
  late: number;
  daysLate: number;
  funded: number;
  borrower: string;
}

/** A column of a made list: its headers in English, Estonian, German, Finnish, Spanish, its cell, what that says. */
interface MadeColumn {
  headers: readonly string[];
  write: (loan: MadeLoan, style: PageStyle) => string;
  fact: (loan: MadeLoan) => Fact;
}

const rate = (hundredths: number): number => Number(`${hundredths}e-4`);
const euros = (cents: number): number => Number(`${cents}e-2`);
const day = (date: Date): string => date.map((part) => String(part).padStart(2, '0')).join('-');
const percent = (hundredths: number, style: PageStyle): string => `${writeNumber(hundredths, style)}%`;
/** The price of a listing in cents, as the site computes it. */
const price = ({ principal, discount }: MadeLoan): number => Math.round((principal * (100 + discount)) / 100);

const all = {
  number: {
    headers: ['Number', 'Laenu number', 'Kreditnummer', 'Lainan numero', 'Número de préstamo'],
    write: ({ number, guid }) => `<a href="/en/auction/show/${guid}">${number}</a>`,
    fact: ({ number }) => ({ auctionNumber: number }),
  },
  investment: {
    headers: [
      'Investment number',
      'Investeeringu number',
      'Investitionsnummer',
      'Sijoituksen numero',
      'Número de inversión',
    ],
    write: ({ number, bid }) => `<b>${number}-${bid}</b>`,
    fact: ({ number, bid }) => ({
      auctionNumber: number,
      auctionBidNumber: bid,
      investmentNumber: `${number}-${bid}`,
    }),
  },
  country: {
    headers: ['Country', 'Riik', 'Land', 'Maa', 'País'],
    write: ({ country }) => country,
    fact: ({ country }) => ({ country }),
  },
  rating: {
    headers: ['Rating', 'Reiting', 'Rating', 'Luokitus', 'Calificación'],
    write: ({ rating }) => rating,
    fact: ({ rating }) => ({ rating }),
  },
  interest: {
    headers: ['Interest', 'Intress', 'Zinssatz', 'Korko', 'Tipo de interés'],
    write: ({ interest }, style) => percent(interest, style),
    fact: ({ interest }) => ({ interest: rate(interest) }),
  },
  xirr: {
    headers: ['XIRR', 'XIRR', 'XIRR', 'XIRR', 'XIRR'],
    write: ({ xirr }, style) => (xirr === null ? style.missing : percent(xirr, style)),
    fact: ({ xirr }) => ({ xirr: xirr === null ? null : rate(xirr) }),
  },
  payments: {
    headers: ['Payments', 'Maksed', 'Zahlungen', 'Maksut', 'Pagos'],
    write: ({ next, payments }) => `${next} / ${payments}`,
    fact: ({ next, payments }) => ({ nextPaymentNr: next, nrOfScheduledPayments: payments }),
  },
  nextDate: {
    headers: [
      'Next payment date',
      'Järgmise makse kuupäev',
      'Nächstes Zahlungsdatum',
      'Seuraava maksupäivä',
      'Próximo pago',
    ],
    write: ({ nextDate }, style) => style.dates(nextDate),
    fact: ({ nextDate }) => ({ nextPaymentDate: day(nextDate) }),
  },
  listed: {
    headers: ['Listed on', 'Müügis alates', 'Angeboten seit', 'Myynnissä alkaen', 'En venta desde'],
    write: ({ listed }, style) => style.dates(listed),
    fact: ({ listed }) => ({ listedOnDate: day(listed) }),
  },
  purchased: {
    headers: ['Purchase date', 'Ostukuupäev', 'Kaufdatum', 'Ostopäivä', 'Fecha de compra'],
    write: ({ listed }, style) => style.dates(listed),
    fact: ({ listed }) => ({ purchaseDate: day(listed) }),
  },
  outstanding: {
    headers: [
      'Future scheduled payments',
      'Tulevased planeeritud maksed',
      'Zukünftige geplante Zahlungen',
      'Tulevat maksut',
      'Pagos futuros programados',
    ],
    write: ({ outstanding }, style) => writeSum(outstanding, style),
    fact: ({ outstanding }) => ({ outstandingPayments: euros(outstanding) }),
  },
  principal: {
    headers: [
      'Outstanding principal',
      'Põhiosa jääk',
      'Ausstehender Kapitalbetrag',
      'Jäljellä oleva pääoma',
      'Principal pendiente',
    ],
    write: ({ principal }, style) => writeSum(principal, style),
    fact: ({ principal }) => ({ principalRemaining: euros(principal) }),
  },
  cost: {
    headers: ['Cost', 'Maksumus', 'Kosten', 'Hinta', 'Coste'],
    write: (loan, style) =>
      `<span class="item-cost">${writeSum(price(loan), style)} (${writeDiscount(loan.discount, style)})</span>`,
    fact: (loan) => ({ price: euros(price(loan)), discount: loan.discount / 100 + 0 }),
  },
  amount: {
    headers: ['Amount', 'Summa', 'Betrag', 'Summa', 'Importe'],
    write: ({ amount }, style) => writeSum(amount, style),
    fact: ({ amount }) => ({ amount: euros(amount), appliedAmount: euros(amount) }),
  },
  bought: {
    headers: ['Purchase price', 'Ostuhind', 'Kaufpreis', 'Ostohinta', 'Precio de compra'],
    write: (loan, style) => writeSum(price(loan), style),
    fact: (loan) => ({ purchasePrice: euros(price(loan)) }),
  },
  repaid: {
    headers: [
      'Principal repaid',
      'Tagastatud põhiosa',
      'Zurückgezahltes Kapital',
      'Maksettu pääoma',
      'Principal reembolsado',
    ],
    write: ({ repaid }, style) => writeSum(repaid, style),
    fact: ({ repaid }) => ({ principalRepaid: euros(repaid) }),
  },
  late: {
    headers: [
      'Late principal',
      'Põhiosa võlgnevus',
      'Überfälliges Kapital',
      'Erääntynyt pääoma',
      'Principal vencido',
    ],
    write: ({ late }, style) => writeSum(late, style),
    fact: ({ late }) => ({ principalLateAmount: euros(late) }),
  },
  daysLate: {
    headers: ['Days late', 'Päevi võlas', 'Tage überfällig', 'Päiviä myöhässä', 'Días de retraso'],
    write: ({ daysLate }) => String(daysLate),
    fact: ({ daysLate }) => ({ daysLate }),
  },
  term: {
    headers: ['Term (months)', 'Laenuperiood', 'Laufzeit', 'Laina-aika', 'Plazo (meses)'],
    write: ({ payments }) => String(payments),
    fact: ({ payments }) => ({ loanDuration: payments }),
  },
  funded: {
    headers: ['Funded', 'Täidetud', 'Finanziert', 'Rahoitettu', 'Financiado'],
    write: ({ funded }, style) => percent(funded, style),
    fact: ({ funded }) => ({ fulfilled: rate(funded) }),
  },
  expectedLoss: {
    headers: ['Expected loss', 'Oodatav kahju', 'Erwarteter Verlust', 'Odotettu tappio', 'Pérdida esperada'],
    write: ({ interest }, style) => percent(Math.round(interest / 3), style),
    fact: ({ interest }) => ({ expectedLoss: rate(Math.round(interest / 3)) }),
  },
  borrower: {
    headers: ['Borrower', 'Laenuvõtja', 'Kreditnehmer', 'Lainanottaja', 'Prestatario'],
    write: ({ borrower }) => borrower,
    fact: ({ borrower }) => ({ userName: borrower }),
  },
  control: { headers: ['', '', '', '', ''], write: () => '<button>…</button>', fact: () => ({}) },
} satisfies Record<string, MadeColumn>;

/** The columns that made lists of each kind can have. */
export const listColumns: Readonly<
  Record<'secondary-market' | 'primary-market' | 'investments', readonly MadeColumn[]>
> = {
  'secondary-market': [
    all.number,
    all.country,
    all.rating,
    all.interest,
    all.payments,
    all.nextDate,
    all.outstanding,
    all.principal,
    all.cost,
    all.xirr,
    all.listed,
    all.term,
    all.daysLate,
    all.borrower,
    all.repaid,
    all.control,
  ],
  'primary-market': [
    all.number,
    all.country,
    all.rating,
    all.interest,
    all.amount,
    all.term,
    all.funded,
    all.expectedLoss,
    all.borrower,
    all.control,
  ],
  investments: [
    all.investment,
    all.rating,
    all.country,
    all.purchased,
    all.bought,
    all.interest,
    all.principal,
    all.nextDate,
    all.payments,
    all.repaid,
    all.late,
    all.daysLate,
    all.amount,
    all.control,
  ],
};

/** A loan of any kind. */
export function rollLoan(roll: Roll, signs: PageStyle['signs']): MadeLoan {
  const next = 1 + roll(60);
  const sum = (most: number): number => (roll(3) === 0 ? (1 + roll(most / 100)) * 100 : 1 + roll(most));
  const date = (): Date => [2020 + roll(2), 1 + roll(12), 1 + roll(28)];
  return {
    number: 100_000 + roll(9_800_000),
    bid: 10_000_000 + roll(80_000_000),
    guid: `${(roll(2 ** 31) + 2 ** 31).toString(16)}-000a-4a5b-8c6d-${(roll(2 ** 31) + 2 ** 31).toString(16)}0001`,
    country: pickOne(['EE', 'FI', 'ES', 'NL'], roll),
    rating: ratings[roll(ratings.length)] ?? 'AA',
    interest: 500 + roll(11_500),
    xirr: roll(5) === 0 ? null : roll(9000) - 2000,
    next,
    payments: next + roll(60),
    nextDate: date(),
    listed: date(),
    outstanding: sum(500_000),
    principal: 100 + sum(500_000),
    discount: signs === 'unsigned' ? -roll(61) : roll(101) - 60,
    amount: sum(1_000_000),
    repaid: sum(200_000),
    late: sum(90_000),
    daysLate: roll(400),
    funded: roll(101) * 100,
    borrower: `BO${100 + roll(900)}K${roll(10)}`,
  };
}

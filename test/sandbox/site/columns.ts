import type { Wording } from './languages.ts';

/** What the tables of the site's lists can show, by the words of their headers. */
export const columns = {
  number: ['Loan number', 'Laenu number', 'Kreditnummer', 'Lainan numero', 'Número de préstamo'],
  country: ['Country', 'Riik', 'Land', 'Maa', 'País'],
  rating: ['Rating', 'Reiting', 'Rating', 'Luokitus', 'Calificación'],
  interest: ['Interest', 'Intress', 'Zinssatz', 'Korko', 'Interés'],
  status: ['Loan status', 'Laenu staatus', 'Kreditstatus', 'Lainan tila', 'Estado del préstamo'],
  nextPaymentDate: [
    'Next payment date',
    'Järgmise makse kuupäev',
    'Nächstes Zahlungsdatum',
    'Seuraava maksupäivä',
    'Fecha del próximo pago',
  ],
  payments: ['Payments', 'Maksed', 'Zahlungen', 'Maksut', 'Pagos'],
  outstanding: [
    'Future scheduled payments',
    'Tulevased graafikujärgsed maksed',
    'Künftige planmäßige Zahlungen',
    'Tulevat aikataulun mukaiset maksut',
    'Pagos futuros programados',
  ],
  xirr: ['XIRR', 'XIRR', 'XIRR', 'XIRR', 'XIRR'],
  cost: ['Cost', 'Maksumus', 'Kosten', 'Hinta', 'Coste'],
  buy: ['', '', '', '', ''],
  principal: [
    'Outstanding principal',
    'Põhiosa jääk',
    'Ausstehender Kreditbetrag',
    'Jäljellä oleva pääoma',
    'Principal pendiente',
  ],
  amount: ['Amount', 'Summa', 'Betrag', 'Summa', 'Importe'],
  nextPayment: ['Next payment', 'Järgmine makse', 'Nächste Zahlung', 'Seuraava maksu', 'Próximo pago'],
  lastPaymentDate: [
    'Last payment date',
    'Viimase makse kuupäev',
    'Letztes Zahlungsdatum',
    'Viimeisin maksupäivä',
    'Fecha del último pago',
  ],
  listedOn: ['Listed on', 'Müügis alates', 'Angeboten seit', 'Myynnissä alkaen', 'En venta desde'],
  issuedOn: ['Issued on', 'Väljastatud', 'Ausgestellt am', 'Myönnetty', 'Emitido el'],
  duration: ['Loan duration', 'Laenu periood', 'Laufzeit', 'Laina-aika', 'Plazo'],
  daysLate: ['Days late', 'Päevi võlgnevuses', 'Tage überfällig', 'Päiviä myöhässä', 'Días de retraso'],
  lateAmount: ['Late amount', 'Võlgnevus', 'Überfälliger Betrag', 'Myöhässä oleva summa', 'Importe vencido'],
  discount: [
    'Discount/Markup',
    'Allahindlus/juurdehindlus',
    'Abschlag/Aufschlag',
    'Alennus/lisä',
    'Descuento/recargo',
  ],
  price: ['Price', 'Hind', 'Preis', 'Myyntihinta', 'Precio'],
  borrower: ['Borrower', 'Laenuvõtja', 'Kreditnehmer', 'Lainanottaja', 'Prestatario'],
  principalRepaid: [
    'Principal repaid',
    'Tagastatud põhiosa',
    'Getilgter Betrag',
    'Maksettu pääoma',
    'Principal reembolsado',
  ],
  interestRepaid: [
    'Interest repaid',
    'Makstud intress',
    'Gezahlte Zinsen',
    'Maksettu korko',
    'Intereses pagados',
  ],
  investmentNumber: [
    'Investment number',
    'Investeeringu number',
    'Investitionsnummer',
    'Sijoituksen numero',
    'Número de inversión',
  ],
  purchaseDate: ['Purchase date', 'Ostukuupäev', 'Kaufdatum', 'Ostopäivä', 'Fecha de compra'],
  purchasePrice: ['Purchase price', 'Ostuhind', 'Kaufpreis', 'Ostohinta', 'Precio de compra'],
  markup: [
    'Discount/Markup',
    'Allahindlus/juurdehindlus',
    'Abschlag/Aufschlag',
    'Alennus/lisä',
    'Descuento/recargo',
  ],
  sale: ['', '', '', '', ''],
  appliedAmount: ['Amount', 'Summa', 'Betrag', 'Summa', 'Importe'],
  term: ['Term (months)', 'Periood (kuud)', 'Laufzeit (Monate)', 'Laina-aika (kuukautta)', 'Plazo (meses)'],
  funded: ['Funded', 'Rahastatud', 'Finanziert', 'Rahoitettu', 'Financiado'],
  timeLeft: ['Time left', 'Aega jäänud', 'Verbleibende Zeit', 'Aikaa jäljellä', 'Tiempo restante'],
  expectedLoss: [
    'Expected loss',
    'Oodatav kahju',
    'Erwarteter Verlust',
    'Odotettu tappio',
    'Pérdida esperada',
  ],
  expectedReturn: [
    'Expected return',
    'Oodatav tootlus',
    'Erwartete Rendite',
    'Odotettu tuotto',
    'Rentabilidad esperada',
  ],
  bid: ['', '', '', '', ''],
  loan: ['Loan', 'Laen', 'Kredit', 'Laina', 'Préstamo'],
  actions: ['', '', '', '', ''],
  saleState: ['', '', '', '', ''],
  light: ['Status', 'Staatus', 'Status', 'Tila', 'Estado'],
} as const satisfies Record<string, Wording>;

export type ColumnId = keyof typeof columns;

/** What the secondary market of generation B can show, in the order of its settings wheel. */
export const marketColumns = [
  'number',
  'country',
  'rating',
  'interest',
  'status',
  'nextPaymentDate',
  'payments',
  'outstanding',
  'xirr',
  'cost',
  'buy',
  'principal',
  'amount',
  'nextPayment',
  'lastPaymentDate',
  'listedOn',
  'issuedOn',
  'duration',
  'daysLate',
  'lateAmount',
  'discount',
  'price',
  'borrower',
  'principalRepaid',
  'interestRepaid',
] as const satisfies readonly ColumnId[];

/** The columns of a user of the secondary market who never opened the settings wheel, in their order. */
export const usualColumns: readonly ColumnId[] = marketColumns.slice(0, 11);

/** What the investments of generation B can show; the first ones usually do. */
export const investmentColumns = [
  'investmentNumber',
  'rating',
  'country',
  'purchaseDate',
  'purchasePrice',
  'interest',
  'status',
  'principal',
  'nextPaymentDate',
  'payments',
  'daysLate',
  'markup',
  'sale',
  'amount',
  'nextPayment',
  'lastPaymentDate',
  'issuedOn',
  'duration',
  'lateAmount',
  'outstanding',
  'principalRepaid',
  'interestRepaid',
  'borrower',
] as const satisfies readonly ColumnId[];

/** What the primary market of generation B can show; the first ones usually do. */
export const auctionColumns = [
  'number',
  'country',
  'rating',
  'interest',
  'appliedAmount',
  'term',
  'funded',
  'timeLeft',
  'bid',
  'expectedLoss',
  'expectedReturn',
  'borrower',
] as const satisfies readonly ColumnId[];

/** The offers of generation A: the eleventh cell is the price, the twelfth the expected return. */
export const oldMarketColumns = [
  'number',
  'country',
  'rating',
  'interest',
  'duration',
  'status',
  'nextPaymentDate',
  'payments',
  'principal',
  'outstanding',
  'cost',
  'expectedReturn',
] as const satisfies readonly ColumnId[];

/** The investments of generation A: the third cell is a light, the last two are what can be done and whether it is on sale. */
export const oldInvestmentColumns = [
  'loan',
  'country',
  'light',
  'rating',
  'interest',
  'duration',
  'issuedOn',
  'amount',
  'principal',
  'nextPaymentDate',
  'lastPaymentDate',
  'lateAmount',
  'actions',
  'saleState',
] as const satisfies readonly ColumnId[];

/** The auctions of generation A, with the columns that were told of in 2014. */
export const oldAuctionColumns = [
  'number',
  'country',
  'rating',
  'interest',
  'appliedAmount',
  'term',
  'expectedLoss',
  'expectedReturn',
  'funded',
  'timeLeft',
  'bid',
] as const satisfies readonly ColumnId[];

/** Reads `rating,cost,number` among the columns of a list; the usual ones when nothing in it is one of them. */
export function parseColumns(
  text: string | undefined,
  all: readonly ColumnId[],
  usual: readonly ColumnId[],
): readonly ColumnId[] {
  const wanted = (text ?? '').split(/[,.]/);
  const found = wanted.flatMap((word) => all.find((id) => id === word) ?? []);
  return found.length > 0 ? found : usual;
}

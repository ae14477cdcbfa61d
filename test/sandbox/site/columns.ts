import type { Wording } from './languages.ts';

/** What the secondary market's table can show. */
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
} as const satisfies Record<string, Wording>;

export type ColumnId = keyof typeof columns;

export const columnIds = Object.keys(columns) as readonly ColumnId[];

/** The columns of a user who never opened the settings wheel, in their order. */
export const usualColumns: readonly ColumnId[] = [
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
];

/** Reads `rating,cost,number`; the usual columns when nothing in it is a column. */
export function parseColumns(text: string | undefined): readonly ColumnId[] {
  const wanted = (text ?? '').split(/[,.]/).filter(isColumn);
  return wanted.length > 0 ? wanted : usualColumns;
}

function isColumn(text: string): text is ColumnId {
  return Object.hasOwn(columns, text);
}

import { describe, expect, it } from 'vitest';
import type { FieldId } from '#lib/loan/fields.ts';
import { findColumnLook } from '#lib/site/column-looks.ts';
import { believeHeader, confidenceBar, readHeader } from '#lib/site/headers.ts';
import type { PageKind } from '#lib/site/page-reading.ts';
import { parsePage, pick } from './parse-page.ts';

/** A cell of the look that a field has. */
const samples = {
  number: '1234567',
  investment: '1234567-11223344',
  country: 'EE',
  rating: 'AA',
  rate: '19.52%',
  money: '4.12 €',
  cost: '4.12 € (15%)',
  pair: '12 / 60',
  date: '22.11.2026',
  count: '60',
  text: 'Overdue',
  empty: '',
} as const;
type Sample = keyof typeof samples;

function fieldsOf(header: string, sample: Sample, kind: PageKind = 'secondary-market'): readonly FieldId[] {
  const cell = pick(parsePage(`<table><tr><th>${header}</th></tr></table>`), 'th');
  const belief = believeHeader(readHeader(cell), findColumnLook([samples[sample]], ['en']), kind);
  return belief.confidence < confidenceBar ? [] : belief.fields;
}

const price: FieldId[] = ['price', 'discount'];
const pair: FieldId[] = ['nextPaymentNr', 'nrOfScheduledPayments'];

/** Headers by what they mean, in English, Estonian, German, Finnish, Spanish. */
const vocabulary: readonly [fields: FieldId[], sample: Sample, headers: string][] = [
  [
    ['auctionNumber'],
    'number',
    'Number | Loan number | Loan | Contract | Laenu number | Kreditnummer | Darlehen | Lainan numero | Lainanumero | Número de préstamo | Nº | №',
  ],
  [
    ['country'],
    'country',
    'Country | Country of residence | Riik | Elukohariik | Land | Maa | Asuinmaa | País | País de residencia',
  ],
  [
    ['rating'],
    'rating',
    'Rating | Bondora Rating | Reiting | Bondora-Rating | Risikoklasse | Luokitus | Calificación',
  ],
  [
    ['interest'],
    'rate',
    'Interest | Interest rate | Interest (%) | Interest, % p.a. | Intress | Intressimäär | Zinsen | Zinssatz | Korko | Korkoprosentti | Interés | Tipo de interés',
  ],
  [
    ['loanStatusCode'],
    'text',
    'Status | Loan status | Staatus | Laenu staatus | Kreditstatus | Tila | Lainan tila | Estado | Estado del préstamo',
  ],
  [
    ['loanDuration'],
    'count',
    'Term | Loan duration | Term (months) | Laenuperiood | Laufzeit | Laina-aika | Plazo',
  ],
  [
    ['amount'],
    'money',
    'Amount | Original principal | Amount (€) | Summa | Betrag | Importe | Principal inicial | Ursprünglicher Betrag',
  ],
  [
    ['principalRemaining'],
    'money',
    'Outstanding principal | Remaining principal | Principal remaining | Principal balance | Põhiosa jääk | Laenujääk | Ausstehender Kapitalbetrag | Restschuld | Restkapital | Jäljellä oleva pääoma | Principal pendiente | Capital pendiente',
  ],
  [
    ['principalRepaid'],
    'money',
    'Principal repaid | Principal received - total | Tagastatud põhiosa | Erhaltener Kapitalbetrag | Maksettu pääoma | Principal reembolsado',
  ],
  [
    ['interestRepaid'],
    'money',
    'Interest repaid | Interest received | Makstud intress | Erhaltene Zinsen | Maksettu korko | Intereses pagados',
  ],
  [
    ['principalLateAmount'],
    'money',
    'Late principal | Overdue principal | Põhiosa võlgnevus | Überfälliges Kapital | Erääntynyt pääoma | Principal vencido',
  ],
  [
    ['outstandingPayments'],
    'money',
    'Future scheduled payments | Future payments | Tulevased planeeritud maksed | Zukünftige geplante Zahlungen | Künftige Zahlungen | Tulevat aikataulun mukaiset maksut | Pagos futuros programados',
  ],
  [
    price,
    'cost',
    'Cost | Price | Cost (€) | Price (discount) | Maksumus | Hind | Kosten | Preis | Hinta | Coste | Precio',
  ],
  [['price'], 'money', 'Cost | Price | Kosten | Hinta | Precio | Hind'],
  [['totalCost'], 'money', 'Total cost | Gesamtkosten | Kogumaksumus | Kokonaishinta | Coste total'],
  [
    ['discount'],
    'rate',
    'Discount | Markup | Mark-up | Discount/Markup | Discount / mark-up (%) | Abschlag | Rabatt/Aufschlag | Soodustus | Alennus | Descuento | Recargo',
  ],
  [['xirr'], 'rate', 'XIRR | XIRR (%) | XIRR ▲'],
  [
    pair,
    'pair',
    'Payments | Payments n / m | Next payment / payments | Payment schedule | Maksed | Zahlungen | Maksut | Pagos',
  ],
  [
    ['nextPaymentDate'],
    'date',
    'Next payment date | Next payment | Date of next payment | Järgmise makse kuupäev | Järgmine makse | Nächste Zahlung | Nächstes Zahlungsdatum | Nächste Rate | Seuraava maksupäivä | Seuraava maksu | Próximo pago | Fecha del próximo pago',
  ],
  [['nextPaymentSum'], 'money', 'Next payment | Next payment amount | Nächste Zahlung | Próximo pago'],
  [
    ['lastPaymentDate'],
    'date',
    'Last payment | Last payment date | Viimane makse | Letzte Zahlung | Viimeisin maksu | Último pago',
  ],
  [['debtOccurredOnForSecondary'], 'date', 'Overdue since | Late since | Überfällig seit | Vencido desde'],
  [['debtOccurredOn'], 'date', 'Principal overdue since | Debt occurred on'],
  [
    ['daysLate'],
    'count',
    'Days late | Days overdue | Days past due | Päevi võlas | Tage überfällig | Verzugstage | Días de retraso',
  ],
  [
    ['signedDate'],
    'date',
    'Issued | Issue date | Loan date | Väljastatud | Ausgabedatum | Myönnetty | Fecha de emisión',
  ],
  [
    ['listedOnDate'],
    'date',
    'Listed on | Listed | Müügis alates | Eingestellt am | Myynnissä alkaen | Publicado',
  ],
  [['userName'], 'text', 'Borrower | User name | Laenuvõtja | Kreditnehmer | Lainanottaja | Prestatario'],
  [
    ['useOfLoan'],
    'text',
    'Use of loan | Loan purpose | Laenu eesmärk | Verwendungszweck | Käyttötarkoitus | Finalidad',
  ],
  [['gender'], 'text', 'Gender | Sugu | Geschlecht | Sukupuoli | Sexo'],
  [['latestDebtManagementStageType'], 'text', 'Debt stage | Collection stage | Stage'],
  [['reScheduledOn'], 'date', 'Rescheduled on | Restructured'],
  [['creditScore'], 'count', 'Credit score | Krediidiskoor'],
];

const owned: readonly [fields: FieldId[], sample: Sample, kind: PageKind, headers: string][] = [
  [
    ['purchaseDate'],
    'date',
    'investments',
    'Purchase date | Date of purchase | Bought on | Purchased | Ostukuupäev | Ostmise kuupäev | Kaufdatum | Gekauft am | Ostopäivä | Fecha de compra | Comprado el',
  ],
  [
    ['purchasePrice'],
    'money',
    'investments',
    'Purchase price | Ostuhind | Kaufpreis | Ostohinta | Precio de compra',
  ],
  [['appliedAmount'], 'money', 'primary-market', 'Amount | Loan amount | Summa | Kreditbetrag | Importe'],
  [
    ['fulfilled'],
    'rate',
    'primary-market',
    'Funded | Funded % | Filled | Täidetud | Finanziert | Rahoitettu | Financiado',
  ],
  [
    ['expectedLoss'],
    'rate',
    'primary-market',
    'Expected loss | Oodatav kahju | Erwarteter Verlust | Odotettu tappio | Pérdida esperada',
  ],
  [
    ['expectedReturn'],
    'rate',
    'primary-market',
    'Expected return | Oodatav tootlus | Erwartete Rendite | Odotettu tuotto | Rentabilidad esperada',
  ],
  [['remainingAmount'], 'money', 'primary-market', 'Remaining amount | Amount left'],
  [
    ['maturityDateLast'],
    'date',
    'investments',
    'Maturity date | Final payment date | Lõppkuupäev | Enddatum',
  ],
  [['firstPaymentDate'], 'date', 'investments', 'First payment date | Esimene makse | Erste Zahlung'],
  [
    ['monthlyPayment'],
    'money',
    'investments',
    'Monthly payment | Kuumakse | Monatsrate | Kuukausierä | Pago mensual',
  ],
];

describe('believeHeader', () => {
  it.each(
    vocabulary.flatMap(([fields, sample, headers]) =>
      headers.split(' | ').map((header) => [header, sample, fields] as const),
    ),
  )('takes %j above %s for %j', (header, sample, fields) => {
    expect(fieldsOf(header, sample)).toEqual(fields);
  });

  it.each(
    owned.flatMap(([fields, sample, kind, headers]) =>
      headers.split(' | ').map((header) => [header, sample, kind, fields] as const),
    ),
  )('takes %j above %s on %s for %j', (header, sample, kind, fields) => {
    expect(fieldsOf(header, sample, kind)).toEqual(fields);
  });

  it.each([
    ['Interest', 'money', 'a rate cannot be a sum'],
    ['Payments', 'money', 'a pair cannot be a sum'],
    ['Rating', 'count', 'a score is no rating'],
    ['Next payment', 'text', 'neither day nor sum'],
    ['Next payment', 'empty', 'nothing decides between day and sum'],
    ['Late interest', 'money', 'may be a penalty'],
    ['Late charges', 'money', 'paid or due'],
    ['Next payments', 'money', 'one or all'],
    ['Próximos pagos', 'money', 'one or all'],
    ['Credit', 'number', 'a score, as likely'],
    ['Interest<br>foo', 'rate', 'an unknown word'],
    ['Scheduled payment', 'money', 'one or all'],
    ['Payments left', 'pair', 'not the next payment'],
    ['Paid payments', 'pair', 'not the next payment'],
    ['Expected return', 'rate', 'not what the model expects'],
    ['Purchase price', 'money', 'not the price asked'],
    ['Purchase date', 'date', 'not of what is on sale'],
    ['Principal', 'money', 'whole or open'],
    ['Outstanding', 'money', 'principal or payments'],
    ['Overdue', 'money', 'principal or all'],
    ['Loan amount', 'money', 'of the loan, not of the part'],
    ['Payment date', 'date', 'last or next'],
    ['Sale status', 'text', 'not of the loan'],
    ['Bid', 'money', 'no field of ours'],
    ['', 'money', 'no header'],
    ['Foo interest', 'rate', 'an unknown word'],
  ] satisfies [string, Sample, string][])('takes %j above %s for nothing: %s', (header, sample, _why) => {
    expect(fieldsOf(header, sample)).toEqual([]);
  });

  it('believes a header alone where no cell holds anything', () => {
    expect(fieldsOf('XIRR', 'empty')).toEqual(['xirr']);
    expect(fieldsOf('Overdue since', 'empty')).toEqual(['debtOccurredOnForSecondary']);
  });

  it.each([
    ['Interest', '19%', 1, null],
    ['Interest', '', 1, null],
    ['Nettozinsen', '19%', 0, 'Its header is not known.'],
    ['Kreditnummerierung', '1234567', 0.95, null],
    ['Interest', 'AA', 0.4, 'Its cells do not look like what its header says.'],
    ['Late interest', '4 €', 0.3, 'Its header may mean more than one thing.'],
    ['Next payment', '', 0.3, 'Its cells are empty, and its header alone does not tell.'],
    ['Buy', '', 1, null],
    ['', 'x', 0, null],
  ] as const)('is as sure of %j above %j as %d', (header, cell, confidence, doubt) => {
    const head = pick(parsePage(`<table><tr><th>${header}</th></tr></table>`), 'th');
    const look = findColumnLook([cell], ['en']);
    expect(believeHeader(readHeader(head), look, 'secondary-market')).toMatchObject({ confidence, doubt });
  });

  it('is less sure where some cells look otherwise, and not sure where most do', () => {
    const head = pick(parsePage('<table><tr><th>Interest</th></tr></table>'), 'th');
    const sure = (cells: readonly string[]): number =>
      believeHeader(readHeader(head), findColumnLook(cells, ['en']), 'secondary-market').confidence;
    expect(sure(['19%', '20%', 'AA'])).toBe(0.92);
    expect(sure(['19%', 'AA', 'B'])).toBeLessThan(confidenceBar);
  });

  it('reads the same words by the kind of page', () => {
    expect(fieldsOf('Price', 'money', 'investments')).toEqual([]);
    expect(fieldsOf('Loan amount', 'money', 'primary-market')).toEqual(['appliedAmount']);
  });

  it('reads a title, a label or the name of a field where the text says nothing', () => {
    const header = (attributes: string, text = ''): readonly FieldId[] => {
      const cell = pick(parsePage(`<table><tr><th ${attributes}>${text}</th></tr></table>`), 'th');
      return believeHeader(readHeader(cell), findColumnLook(['19%'], ['en']), 'secondary-market').fields;
    };
    expect(header('title="Interest"')).toEqual(['interest']);
    expect(header('aria-label="Interest"', '%')).toEqual(['interest']);
    expect(header('data-field="DesiredDiscountRate"')).toEqual(['discount']);
    expect(header('', '<i title="Interest" class="icon"></i>')).toEqual(['interest']);
    expect(header('', 'In\u00ADterest\u00A0<span>↓</span>')).toEqual(['interest']);
    expect(header('title="Click to sort"', 'Interest')).toEqual(['interest']);
    expect(header('', 'Interest <span>What the borrower pays a year</span>')).toEqual(['interest']);
  });
});

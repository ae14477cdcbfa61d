/** Language prefixes of the site's addresses, as of July 2021. */
const sitePrefixes = [
  'en',
  'es',
  'fi',
  'de',
  'ru',
  'cs',
  'fr',
  'no',
  'it',
  'sv',
  'da',
  'pl',
  'nl',
  'pt',
  'sk',
  'bg',
  'hr',
  'el',
  'hu',
  'lv',
  'lt',
  'ro',
  'sl',
  'et',
] as const;

/** Languages in which the sandbox can word its pages; the other prefixes show English. */
export const languages = ['en', 'et', 'de', 'fi', 'es'] as const;
export type Language = (typeof languages)[number];

/** A text in every language, in the order en, et, de, fi, es. */
export type Wording = readonly [en: string, et: string, de: string, fi: string, es: string];

/** The texts of the pages that are not table headers. */
export const words = {
  secondMarket: ['Secondary market', 'Järelturg', 'Sekundärmarkt', 'Jälkimarkkinat', 'Mercado secundario'],
  current: ['Current', 'Tähtaegne', 'Aktuell', 'Ajan tasalla', 'Al corriente'],
  overdue: ['Overdue', 'Võlgnevuses', 'Überfällig', 'Myöhässä', 'Vencido'],
  overdue60: [
    '60+ days overdue',
    '60+ päeva võlgnevuses',
    '60+ Tage überfällig',
    '60+ päivää myöhässä',
    'Vencido más de 60 días',
  ],
  repaid: ['Repaid', 'Tagastatud', 'Zurückgezahlt', 'Takaisin maksettu', 'Reembolsado'],
  buy: ['Buy', 'Osta', 'Kaufen', 'Osta', 'Comprar'],
  search: ['Search', 'Otsi', 'Suchen', 'Hae', 'Buscar'],
  clear: ['Clear', 'Tühjenda', 'Zurücksetzen', 'Tyhjennä', 'Borrar'],
  filters: ['Filters', 'Filtrid', 'Filter', 'Suodattimet', 'Filtros'],
  countries: ['Countries', 'Riigid', 'Länder', 'Maat', 'Países'],
  ratings: [
    'Bondora Rating',
    'Bondora reiting',
    'Bondora-Rating',
    'Bondora-luokitus',
    'Calificación Bondora',
  ],
  from: ['from', 'alates', 'von', 'alkaen', 'desde'],
  to: ['to', 'kuni', 'bis', 'asti', 'hasta'],
  found: ['offers', 'pakkumist', 'Angebote', 'tarjousta', 'ofertas'],
  nothing: [
    'No offers match your search.',
    'Otsingule ei vasta ükski pakkumine.',
    'Keine Angebote gefunden.',
    'Hakua vastaavia tarjouksia ei löytynyt.',
    'Ninguna oferta coincide con la búsqueda.',
  ],
  rowsPerPage: ['Rows per page', 'Ridu lehel', 'Zeilen pro Seite', 'Riviä sivulla', 'Filas por página'],
  settings: [
    'Table settings',
    'Tabeli seaded',
    'Tabelleneinstellungen',
    'Taulukon asetukset',
    'Ajustes de la tabla',
  ],
  apply: ['Apply', 'Rakenda', 'Anwenden', 'Käytä', 'Aplicar'],
  summary: ['Summary', 'Kokkuvõte', 'Übersicht', 'Yhteenveto', 'Resumen'],
  borrower: ['Borrower', 'Laenuvõtja', 'Kreditnehmer', 'Lainanottaja', 'Prestatario'],
  income: [
    'Income and expenses',
    'Tulud ja kulud',
    'Einnahmen und Ausgaben',
    'Tulot ja menot',
    'Ingresos y gastos',
  ],
  problems: ['Payment problems', 'Maksehäired', 'Zahlungsprobleme', 'Maksuongelmat', 'Problemas de pago'],
  schedule: ['Schedule', 'Maksegraafik', 'Zahlungsplan', 'Maksuaikataulu', 'Calendario de pagos'],
  date: ['Date', 'Kuupäev', 'Datum', 'Päivämäärä', 'Fecha'],
  amount: ['Amount', 'Summa', 'Betrag', 'Summa', 'Importe'],
  principal: ['Principal', 'Põhiosa', 'Tilgung', 'Pääoma', 'Principal'],
  interest: ['Interest', 'Intress', 'Zinsen', 'Korko', 'Interés'],
  lateCharge: ['Late charge', 'Viivis', 'Verzugsgebühr', 'Viivästysmaksu', 'Recargo por mora'],
  total: ['Total', 'Kokku', 'Gesamt', 'Yhteensä', 'Total'],
  age: ['Age', 'Vanus', 'Alter', 'Ikä', 'Edad'],
  monthlyIncome: [
    'Net income per month',
    'Netosissetulek kuus',
    'Nettoeinkommen pro Monat',
    'Nettotulot kuukaudessa',
    'Ingresos netos al mes',
  ],
  liabilities: [
    'Liabilities per month',
    'Kohustused kuus',
    'Verbindlichkeiten pro Monat',
    'Velvoitteet kuukaudessa',
    'Obligaciones al mes',
  ],
  claim: [
    'Own claim (whole loan)',
    'Nõue (kogu laen)',
    'Forderung (gesamter Kredit)',
    'Saatava (koko laina)',
    'Crédito propio (préstamo completo)',
  ],
  payOff: ['Final pay-off date', 'Lõpptähtaeg', 'Enddatum', 'Viimeinen eräpäivä', 'Fecha de vencimiento'],
  noProblems: [
    'None registered.',
    'Puuduvad.',
    'Keine verzeichnet.',
    'Ei merkintöjä.',
    'Ninguno registrado.',
  ],
  any: ['Any', 'Kõik', 'Alle', 'Kaikki', 'Todos'],
  onlyLate: ['Only overdue', 'Ainult võlgnevuses', 'Nur überfällige', 'Vain myöhässä', 'Solo vencidos'],
  investments: ['Investments', 'Investeeringud', 'Investitionen', 'Sijoitukset', 'Inversiones'],
  primaryMarket: ['Primary market', 'Esmaturg', 'Primärmarkt', 'Ensimarkkinat', 'Mercado primario'],
  cashFlow: ['Cash flow', 'Rahavoog', 'Cashflow', 'Kassavirta', 'Flujo de caja'],
  dashboard: ['Dashboard', 'Töölaud', 'Dashboard', 'Kojelauta', 'Panel'],
  sell: ['Sell', 'Müü', 'Verkaufen', 'Myy', 'Vender'],
  cancel: ['Cancel', 'Tühista', 'Abbrechen', 'Peruuta', 'Cancelar'],
  onSale: ['On sale', 'Müügis', 'Im Verkauf', 'Myynnissä', 'En venta'],
  bid: ['Bid', 'Paku', 'Bieten', 'Tarjoa', 'Pujar'],
  show: ['Show', 'Näita', 'Anzeigen', 'Näytä', 'Mostrar'],
  moreStats: ['More stats', 'Rohkem', 'Mehr', 'Lisää', 'Más datos'],
  noPayments: [
    'Payments were not found in the selected period.',
    'Valitud perioodil makseid ei leitud.',
    'Im gewählten Zeitraum wurden keine Zahlungen gefunden.',
    'Valitulla ajanjaksolla ei ole maksuja.',
    'No se han encontrado pagos en el período seleccionado.',
  ],
  onlySound: ['Only current', 'Ainult tähtaegsed', 'Nur aktuelle', 'Vain ajan tasalla', 'Solo al corriente'],
} as const satisfies Record<string, Wording>;

/** The short names of the months, as the cash flow has them: German ones were seen, the others are ours. */
export const monthNames: Wording = [
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'jaan veebr märts apr mai juuni juuli aug sept okt nov dets',
  'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
  'ene feb mar abr may jun jul ago sep oct nov dic',
];

/** Puts a text into a language. */
export function say(wording: Wording, language: Language): string {
  return wording[languages.indexOf(language)] ?? wording[0];
}

/** The language in which a prefix is shown; undefined when the site has no such prefix. */
export function findLanguage(prefix: string): Language | undefined {
  if (!(sitePrefixes as readonly string[]).includes(prefix)) return undefined;
  return languages.find((language) => language === prefix) ?? 'en';
}

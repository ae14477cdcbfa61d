/** What is true of one offer on a made page. Sums in cents, rates in hundredths of a percent. */
export interface Offer {
  auctionNumber: number;
  country: string;
  rating: string;
  interest: number;
  next: number;
  payments: number;
  /** Day, month, year. */
  date: readonly [number, number, number];
  outstanding: number;
  principal: number;
  /** Whole percents; negative for a discount. */
  discount: number;
}

/** How a made page writes what is true. */
export interface PageStyle {
  decimal: '.' | ',';
  group: string;
  currency: 'before' | 'after';
  minus: string;
  dropsZeros: boolean;
  dateMark: '.' | '/' | '-';
  monthFirst: boolean;
  /** `unsigned` can write discounts only. */
  signs: 'unsigned' | 'signed';
  language: 'en' | 'et' | 'de' | 'fi' | 'es';
}

const headers: Readonly<Record<PageStyle['language'], readonly string[]>> = {
  en: [
    'Number',
    'Country',
    'Rating',
    'Interest',
    'Payments',
    'Next payment date',
    'Future scheduled payments',
    'Outstanding principal',
    'Cost',
  ],
  et: [
    'Laenu number',
    'Riik',
    'Reiting',
    'Intress',
    'Maksed',
    'Järgmise makse kuupäev',
    'Tulevased planeeritud maksed',
    'Põhiosa jääk',
    'Maksumus',
  ],
  de: [
    'Kreditnummer',
    'Land',
    'Rating',
    'Zinssatz',
    'Zahlungen',
    'Nächstes Zahlungsdatum',
    'Zukünftige geplante Zahlungen',
    'Ausstehender Kapitalbetrag',
    'Kosten',
  ],
  fi: [
    'Lainan numero',
    'Maa',
    'Luokitus',
    'Korko',
    'Maksut',
    'Seuraava maksupäivä',
    'Tulevat maksut',
    'Jäljellä oleva pääoma',
    'Hinta',
  ],
  es: [
    'Número de préstamo',
    'País',
    'Calificación',
    'Tipo de interés',
    'Pagos',
    'Próximo pago',
    'Pagos futuros programados',
    'Principal pendiente',
    'Coste',
  ],
};

/** The price of an offer in cents, as the site computes it. */
export function priceOf({ principal, discount }: Offer): number {
  return Math.round((principal * (100 + discount)) / 100);
}

/** The markup of a market page with these offers. */
export function makeMarketPage(offers: readonly Offer[], style: PageStyle): string {
  const head = headers[style.language].map((text) => `<th>${text}</th>`).join('');
  const rows = offers.map((offer) => {
    const [day, month, year] = offer.date;
    const date = (style.monthFirst ? [month, day, year] : [day, month, year])
      .map((part) => String(part).padStart(2, '0'))
      .join(style.dateMark);
    const cells = [
      `<a href="#">${offer.auctionNumber}</a>`,
      offer.country,
      offer.rating,
      `${writeNumber(offer.interest, style)}%`,
      `${offer.next} / ${offer.payments}`,
      date,
      writeSum(offer.outstanding, style),
      writeSum(offer.principal, style),
      `<span class="item-cost">${writeSum(priceOf(offer), style)} (${writePercent(offer.discount, style)})</span>`,
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr><tr class="detail"><td colspan="9">…</td></tr>`;
  });
  return `<div id="page-content-wrapper"><table class="table investments"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function writeNumber(hundredths: number, { decimal, group, dropsZeros }: PageStyle): string {
  const fixed = (hundredths / 100).toFixed(2);
  const [whole = '', fraction = ''] = (dropsZeros ? String(Number(fixed)) : fixed).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return fraction === '' ? grouped : grouped + decimal + fraction;
}

function writeSum(cents: number, style: PageStyle): string {
  const number = writeNumber(cents, style);
  return style.currency === 'before' ? `€${number}` : `${number} €`;
}

function writePercent(percent: number, { signs, minus }: PageStyle): string {
  const sign = signs === 'unsigned' || percent === 0 ? '' : percent < 0 ? minus : '+';
  return `${sign}${Math.abs(percent)}%`;
}

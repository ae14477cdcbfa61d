import type { FieldId } from '#lib/loan/fields.ts';
import { foldText } from './fold-text.ts';

/** Countries that borrowers live in, or that the site has a language for. */
const countryCodes = 'EE FI ES SK NL LV DK LT SE NO DE AT FR IT PT PL CZ HU RO BG HR SI GR IE BE GB'.split(
  ' ',
);
const alwaysKnown = ['en', 'et', 'de', 'fi', 'es'];

/** The languages whose names of months and countries are understood on a page: its own, and the site's main ones. */
export function listLanguages(document: Document): readonly string[] {
  const own = document.documentElement.lang;
  const known = own !== '' && isLanguage(own) ? [own, ...alwaysKnown] : alwaysKnown;
  return [...new Set(known)];
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const countryNames = new Map<string, ReadonlyMap<string, string>>();

/** The ISO code for a code (`EE`, any case) or a country's name in one of the languages; undefined for anything else. */
export function findCountry(text: string, languages: readonly string[]): string | undefined {
  const code = text.trim().toUpperCase();
  if (code.length === 2) return countryCodes.includes(code) ? code : undefined;
  const name = foldText(text);
  for (const language of languages) {
    const found = namesIn(language).get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function namesIn(language: string): ReadonlyMap<string, string> {
  let names = countryNames.get(language);
  if (!names) {
    const display = new Intl.DisplayNames(language, { type: 'region' });
    names = new Map(countryCodes.map((code) => [foldText(display.of(code) ?? code), code]));
    countryNames.set(language, names);
  }
  return names;
}

const overdue =
  'overdue|uberfallig|vol(?:as|gnevuses|gu|gnevus)|viivituses|myohassa|eraantynyt|vencido|atrasado|atraso|retraso|en retraso|con retraso|im verzug|in verzug';
const days = '(?:days?|paeva|paevi|tage?n?|paivaa|paiva|pv|dias?|d)';
const overdueBeyond = new RegExp(
  `^(?:over |uber |ule |yli |mas de |more than )?60 ?(?:plus )?${days}? ?(?:de )?(?:past due|late|hilinenud|${overdue})$|^(?:${overdue}|late) (?:over |uber |ule |yli |mas de |more than )?60 ?(?:plus )?${days}?$`,
);
const overdueFor = new RegExp(
  `^(?:${overdue}) (\\d{1,4}) ?${days}?$|^(\\d{1,4}) ?${days} ?(?:de )?(?:${overdue})$`,
);

const statuses: Readonly<Record<string, number>> = {
  'reserved reserveeritud broneeritud reserviert varattu reservado': 0,
  'current aktuell laufend planmassig ajakohane tahtaegne korras jooksev graafikus ajantasainen voimassa kunnossa corriente': 2,
  'cancelled canceled tuhistatud storniert abgebrochen peruttu peruutettu cancelado anulado': 3,
  'repaid tagastatud tagasimakstud zuruckgezahlt zuruckbezahlt getilgt takaisinmaksettu maksettu reembolsado amortizado devuelto': 4,
  'released vabastatud freigegeben vapautettu liberado': 8,
};
const statusPhrases: Readonly<Record<string, number>> = {
  'al corriente': 2,
  'in time': 2,
  'on time': 2,
  'ajan tasalla': 2,
  'tagasi makstud': 4,
  'takaisin maksettu': 4,
  'maksettu takaisin': 4,
  'paid back': 4,
};

/**
 * `LoanStatusCode` for a status in words (English, Estonian, German, Finnish, Spanish). "60+ days overdue" is 5, "overdue" 100,
 * "overdue 12 days" 100 and "overdue 75 days" 5. Null for a word that fits more than one code, such as "late" or "default".
 */
export function findLoanStatus(text: string): number | null {
  const spelled = text.normalize('NFKC').replaceAll(/60\s*\+|>\s*60/g, '60 plus');
  // Another sign beside a number of days changes it.
  if (/[<>+~≈±]|\d\n\d/.test(spelled)) return null;
  const folded = foldText(spelled);
  if (overdueBeyond.test(folded) && /plus|over |uber |ule |yli |mas de|more than/.test(folded)) return 5;
  if (new RegExp(`^(?:${overdue})$`).test(folded)) return 100;
  const counted = overdueFor.exec(folded);
  if (counted) return Number(counted[1] ?? counted[2]) > 60 ? 5 : 100;
  return findWord(statuses, folded) ?? statusPhrases[folded] ?? null;
}

const codeWords: Partial<Record<FieldId, Readonly<Record<string, number>>>> = {
  gender: {
    'male man mees mann mannlich mies hombre masculino': 0,
    'female woman naine frau weiblich nainen mujer femenino': 1,
  },
  latestDebtManagementStageType: {
    'collection inkasso sissenoudmine perinta cobro': 1,
    'recovery ruckgewinnung recuperacion': 2,
    'writeoff mahakandmine abschreibung alaskirjaus': 3,
  },
  useOfLoan: {
    'consolidation konsolidierung umschuldung': 0,
    'business ari geschaft': 3,
    'education haridus bildung koulutus educacion': 4,
    'travel reisimine reise matkustus viaje': 5,
    'vehicle soiduk fahrzeug ajoneuvo vehiculo': 6,
    'other muu sonstiges muut otro otros': 7,
    'health tervis gesundheit terveys salud': 8,
  },
};

/** The API's number for a word in a field of codes other than the loan status; null for a word that is not known. */
export function findCode(field: FieldId, text: string): number | null {
  const folded = foldText(text).replace(/^write off$/, 'writeoff');
  return findWord(codeWords[field] ?? {}, folded) ?? null;
}

function findWord(table: Readonly<Record<string, number>>, word: string): number | undefined {
  for (const [list, code] of Object.entries(table)) {
    if (list.split(' ').includes(word)) return code;
  }
  return undefined;
}

const totals =
  /^(grand )?(total|totals|totales|sum|summe|gesamt|gesamtsumme|insgesamt|kokku|yhteensa|suma|итого|всего|totale|totaal|totalt|razem|celkem|spolu|kopa|viso|ukupno|skupaj)( \d+)?$/;

/** Whether a text heads a row of totals. */
export function isTotalsLabel(text: string): boolean {
  // Its letters may stand in several elements.
  return (
    !/^[\d#]/.test(text) && (totals.test(foldText(text)) || totals.test(foldText(text.replaceAll('\n', ''))))
  );
}

import type { Language } from './languages.ts';

/** How one page writes its numbers, hides its ids and comes to be. Each part can be changed alone. */
export interface PageVariant {
  /** Decimal sign and thousand separator, as names of signs; `language` takes the language's own. */
  numbers: NumberStyle | 'language';
  /** Whether trailing zeros are dropped: `171,8`, `1.000`. */
  zeros: 'kept' | 'dropped';
  /** Where the euro sign stands: `4.12 €`, `4.12€` or `€4.12`. */
  currency: 'after' | 'tight' | 'before';
  dates: DateStyle | 'language';
  /** How the brackets of the cost show a discount: `(15%)` with mark-ups as `(+5%)`, or `(-15%)` and `(5%)`. */
  cost: 'unsigned' | 'signed';
  /** What stands for a value that is not known. */
  missing: 'dash-percent' | 'dash' | 'empty';
  /** Where ids stand. Any may be left out; `none` leaves only numbers. */
  ids: readonly IdPlace[];
  /** Whether the detail rows are there. */
  details: 'inline' | 'none';
  /** Whether the page loads its table by itself, and pages and columns without a full load. */
  loading: 'full' | 'ajax';
  /** Milliseconds after which the table appears; 0 has it in the first HTML. */
  late: number;
}

export type NumberStyle =
  | 'point-comma'
  | 'comma-point'
  | 'comma-space'
  | 'comma-thin'
  | 'point-none'
  | 'comma-none';
export type DateStyle = 'dd/mm/yyyy' | 'dd.mm.yyyy' | 'd.m.yyyy' | 'yyyy-mm-dd';
type IdPlace = 'href' | 'data' | 'value';

/** The page as we think it was in generation B. */
export const usualVariant: PageVariant = {
  numbers: 'language',
  zeros: 'kept',
  currency: 'after',
  dates: 'language',
  cost: 'unsigned',
  missing: 'dash-percent',
  ids: ['href', 'data', 'value'],
  details: 'inline',
  loading: 'full',
  late: 0,
};

/** Number and date styles that go with a language until the user chooses others. */
export const languageStyles: Readonly<Record<Language, { numbers: NumberStyle; dates: DateStyle }>> = {
  en: { numbers: 'point-comma', dates: 'dd/mm/yyyy' },
  et: { numbers: 'comma-space', dates: 'dd.mm.yyyy' },
  de: { numbers: 'comma-point', dates: 'dd.mm.yyyy' },
  fi: { numbers: 'comma-space', dates: 'd.m.yyyy' },
  es: { numbers: 'comma-point', dates: 'dd/mm/yyyy' },
};

const allowed: { [Part in keyof PageVariant]?: readonly string[] } = {
  numbers: [
    'language',
    'point-comma',
    'comma-point',
    'comma-space',
    'comma-thin',
    'point-none',
    'comma-none',
  ],
  zeros: ['kept', 'dropped'],
  currency: ['after', 'tight', 'before'],
  dates: ['language', 'dd/mm/yyyy', 'dd.mm.yyyy', 'd.m.yyyy', 'yyyy-mm-dd'],
  cost: ['unsigned', 'signed'],
  missing: ['dash-percent', 'dash', 'empty'],
  details: ['inline', 'none'],
  loading: ['full', 'ajax'],
};

/**
 * Reads `numbers:comma-point,zeros:dropped,ids:href+data,late:500` over `base`. Throws a RangeError that names
 * the part when one is not known, so that a test never runs on a page that it did not mean.
 */
export function parseVariant(text: string, base: PageVariant): PageVariant {
  const variant: Record<string, unknown> = { ...base };
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const [name = '', value = ''] = pair.split(':').map((part) => part.trim());
    if (name === 'late' && /^\d+$/.test(value)) variant['late'] = Number(value);
    else if (name === 'ids' && /^(none|(href|data|value)(\+(href|data|value))*)$/.test(value)) {
      variant['ids'] = value === 'none' ? [] : value.split('+');
    } else if (allowed[name as keyof PageVariant]?.includes(value)) variant[name] = value;
    else throw new RangeError(`No page variant "${pair}".`);
  }
  return variant as unknown as PageVariant;
}

/** The changes of a variant against the usual one, as `parseVariant` reads them; empty when there are none. */
export function writeVariant(variant: PageVariant): string {
  return Object.entries(variant)
    .filter(([name, value]) => String(value) !== String(usualVariant[name as keyof PageVariant]))
    .map(([name, value]) => `${name}:${Array.isArray(value) ? value.join('+') || 'none' : String(value)}`)
    .join(',');
}

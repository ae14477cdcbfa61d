import type { Language } from './languages.ts';

/** How one page writes its numbers, hides its ids and comes to be. Each part can be changed alone. */
export interface PageVariant {
  /** Whose markup lists have: that of their address, or the app's of generation C. A has addresses of its own. */
  generation: 'address' | 'C';
  /** Decimal sign and thousand separator, as names of signs; `language` takes the language's own. */
  numbers: NumberStyle | 'language';
  /** Whether trailing zeros are dropped: `171,8`, `1.000`. */
  zeros: 'kept' | 'dropped';
  /** Where the euro sign stands: `4.12 €`, `4.12€` or `€4.12`. */
  currency: 'after' | 'tight' | 'before';
  /** How a minus looks and where it stands: `-5`, `−5` (U+2212) or `5-`. */
  minus: 'hyphen' | 'sign' | 'after';
  /** Whether sums under ten cents are written as the statement does: `7.05883E-02`. */
  exponents: 'never' | 'tiny';
  dates: DateStyle | 'language';
  /** How the brackets of the cost show a discount: `(15%)` with mark-ups as `(+5%)`, or `(-15%)` and `(5%)`. */
  cost: 'unsigned' | 'signed';
  /** What stands for a value that is not known. */
  missing: 'dash-percent' | 'dash' | 'empty';
  /** In which words the headers stand: those of the page, Greek or Polish; or as tooltips of little pictures. */
  headers: 'language' | 'greek' | 'polish' | 'titles';
  /** Whether the classes are those that were seen, or names that say nothing. */
  classes: 'known' | 'unknown';
  /** Where ids stand. Any may be left out; `none` leaves only numbers. */
  ids: readonly IdPlace[];
  /** Whether the detail rows are there, and whether they stand open. */
  details: 'inline' | 'open' | 'none';
  /** What is wrong with the table. */
  broken: readonly BrokenPart[];
  /** Whether the page loads its table by itself, and pages and columns without a full load. */
  loading: 'full' | 'ajax';
  /** Milliseconds after which the table appears; 0 has it in the first HTML. */
  late: number;
  /** The colours of the page. `system` follows the browser. */
  look: 'light' | 'dark' | 'system';
}

export type NumberStyle =
  | 'point-comma'
  | 'comma-point'
  | 'comma-space'
  | 'comma-thin'
  | 'point-space'
  | 'point-apostrophe'
  | 'point-none'
  | 'comma-none';
export type DateStyle =
  | 'dd/mm/yyyy'
  | 'mm/dd/yyyy'
  | 'dd-mm-yyyy'
  | 'dd.mm.yyyy'
  | 'd.m.yyyy'
  | 'yyyy-mm-dd'
  | 'd-month-yyyy';
export type IdPlace = 'href' | 'data' | 'value';
/**
 * `headless`: no header row. `repeated`: the header row once more among the rows. `odd`: a row lacks cells. `totals`: a row of
 * sums at the end. `cut`: the answer ended in the middle of a row. `empty`: nothing was found.
 */
export type BrokenPart = 'headless' | 'repeated' | 'odd' | 'totals' | 'cut' | 'empty';

/** The page as we think it was in generation B. */
export const usualVariant: PageVariant = {
  generation: 'address',
  numbers: 'language',
  zeros: 'kept',
  currency: 'after',
  minus: 'hyphen',
  exponents: 'never',
  dates: 'language',
  cost: 'unsigned',
  missing: 'dash-percent',
  headers: 'language',
  classes: 'known',
  ids: ['href', 'data', 'value'],
  details: 'inline',
  broken: [],
  loading: 'full',
  late: 0,
  look: 'light',
};

/** Number and date styles that go with a language until the user chooses others. */
export const languageStyles: Readonly<Record<Language, { numbers: NumberStyle; dates: DateStyle }>> = {
  en: { numbers: 'point-comma', dates: 'dd/mm/yyyy' },
  et: { numbers: 'comma-space', dates: 'dd.mm.yyyy' },
  de: { numbers: 'comma-point', dates: 'dd.mm.yyyy' },
  fi: { numbers: 'comma-space', dates: 'd.m.yyyy' },
  es: { numbers: 'comma-point', dates: 'dd/mm/yyyy' },
};

/** What each part of a variant may be: one of these words. */
const choices = {
  generation: ['address', 'C'],
  numbers: [
    'language',
    'point-comma',
    'comma-point',
    'comma-space',
    'comma-thin',
    'point-space',
    'point-apostrophe',
    'point-none',
    'comma-none',
  ],
  zeros: ['kept', 'dropped'],
  currency: ['after', 'tight', 'before'],
  minus: ['hyphen', 'sign', 'after'],
  exponents: ['never', 'tiny'],
  dates: [
    'language',
    'dd/mm/yyyy',
    'mm/dd/yyyy',
    'dd-mm-yyyy',
    'dd.mm.yyyy',
    'd.m.yyyy',
    'yyyy-mm-dd',
    'd-month-yyyy',
  ],
  cost: ['unsigned', 'signed'],
  missing: ['dash-percent', 'dash', 'empty'],
  headers: ['language', 'greek', 'polish', 'titles'],
  classes: ['known', 'unknown'],
  details: ['inline', 'open', 'none'],
  loading: ['full', 'ajax'],
  look: ['light', 'dark', 'system'],
} as const satisfies { [Part in keyof PageVariant]?: readonly PageVariant[Part][] };

/** Parts that take several words, joined by a plus, or `none`. */
const lists = {
  ids: ['href', 'data', 'value'],
  broken: ['headless', 'repeated', 'odd', 'totals', 'cut', 'empty'],
} as const satisfies { ids: readonly IdPlace[]; broken: readonly BrokenPart[] };

/**
 * Reads `numbers:comma-point,zeros:dropped,ids:href+data,late:500` over `base`. Throws a RangeError that names
 * the part when one is not known, so that a test never runs on a page that it did not mean.
 */
export function parseVariant(text: string, base: PageVariant): PageVariant {
  const variant: Record<string, unknown> = { ...base };
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const [name = '', value = ''] = pair.split(':').map((part) => part.trim());
    const read = readPart(name, value);
    if (read === undefined) throw new RangeError(`No page variant "${pair}".`);
    variant[name] = read;
  }
  return variant as unknown as PageVariant;
}

function readPart(name: string, value: string): unknown {
  if (name === 'late') return /^\d+$/.test(value) ? Number(value) : undefined;
  const words = (lists as Record<string, readonly string[]>)[name];
  if (words !== undefined) {
    // A plus in an address arrives as a blank.
    const chosen = value === 'none' ? [] : value.split(/[+ ]/);
    return chosen.every((word) => words.includes(word)) ? chosen : undefined;
  }
  return (choices as Record<string, readonly string[]>)[name]?.includes(value) ? value : undefined;
}

/** The changes of a variant against the usual one, as `parseVariant` reads them; empty when there are none. */
export function writeVariant(variant: PageVariant): string {
  return Object.entries(variant)
    .filter(([name, value]) => String(value) !== String(usualVariant[name as keyof PageVariant]))
    .map(([name, value]) => `${name}:${Array.isArray(value) ? value.join('+') || 'none' : String(value)}`)
    .join(',');
}

/** All axes with what each may be, one a line: for the help of the command. */
export function describeAxes(): string {
  const lines = [
    ...Object.entries(choices).map(([name, words]) => `${name}:${words.join(' | ')}`),
    ...Object.entries(lists).map(([name, words]) => `${name}:${words.join(' + ')} | none`),
    'late:MILLISECONDS',
  ];
  return lines.map((line) => `  ${line}`).join('\n');
}

import type { FieldId } from '#lib/loan/fields.ts';
import { readLabel, readText } from './cell-text.ts';
import type { ColumnLook } from './column-looks.ts';
import { foldText } from './fold-text.ts';
import { meanings, investmentFields, paymentFields, type Meaning } from './header-meanings.ts';
import { findConcepts, isWholeWord, type Concept } from './header-words.ts';
import type { PageKind } from './page-reading.ts';

// "Late interest" is overdue interest or, as in German, a penalty; "next payments" may be one or all that are to come.
const doubtful =
  /^(late interest|interest late|next payments|jargmised maksed|nachsten? zahlungen|seuraavat maksut|proximos pagos)$/;

/** What a header says: its text, the concepts it names, and how well they are known. */
export interface Header {
  text: string;
  /** Null when a word of it is not known, or when there is none. */
  concepts: ReadonlySet<Concept> | null;
  /** Whether every word of it is known as it stands, not by its beginning or from an attribute. */
  isExact: boolean;
  /** Its words may mean one thing or another. */
  isDoubtful: boolean;
}

/** What is believed of a column. */
export interface Belief {
  fields: readonly FieldId[];
  /** From 0 to 1. */
  confidence: number;
  /** Why it is not surer, as a sentence; null when it is sure, or when the column holds nothing of a loan. */
  doubt: string | null;
}

/** Below it, a column is not read. */
export const confidenceBar = 0.7;

/** How sure a column is by what makes it known. */
const confidences = {
  /** Every word of the header is in the vocabulary. */
  exact: 1,
  /** Words are known by their beginning, or stand in an attribute. */
  words: 0.95,
  /** Only the cells tell. */
  look: 0.85,
  /** The header tells, but most cells do not look like it. */
  unlike: 0.4,
  /** The header may mean one thing or another. */
  ambiguous: 0.3,
} as const;

/**
 * Reads a header cell: its text, else its title or label, else what its data attributes or sort link name the column.
 */
export function readHeader(cell: Element): Header {
  const lines = readText(cell).split('\n');
  const text = lines.join(' ');
  // What stands below the name in so many words explains it.
  const isExplained = lines.length > 1 && lines.slice(1).join(' ').split(' ').length >= 4;
  const folded = foldHeaderText(text);
  const isDoubtful = doubtful.test(folded);
  const own = isDoubtful ? null : findAllConcepts(folded);
  let concepts = own ?? (isExplained ? findAllConcepts(foldHeaderText(lines[0] ?? '')) : null);
  if (!concepts && !isDoubtful) {
    for (const other of [readLabel(cell), ...dataNames(cell)]) {
      concepts ??= findAllConcepts(foldHeaderText(other));
    }
  }
  const isExact = own !== null && folded.split(' ').every((word) => isWholeWord(word));
  return { text: text === '' ? readLabel(cell) : text, concepts, isExact, isDoubtful };
}

function dataNames(cell: Element): string[] {
  return ['field', 'column', 'column-name', 'name', 'key', 'sort'].map((name) =>
    (cell.getAttribute(`data-${name}`) ?? '').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
  );
}

function foldHeaderText(text: string): string {
  return foldText(text.replaceAll('#', ' nr '));
}

function findAllConcepts(folded: string): ReadonlySet<Concept> | null {
  if (folded === '' || doubtful.test(folded)) return null;
  const concepts = new Set<Concept>();
  for (const word of folded.split(' ')) {
    const found = findConcepts(word);
    if (!found) return null;
    for (const concept of found) concepts.add(concept);
  }
  return concepts;
}

/** Whether the words of a header could mean any field on this kind of page, whatever its cells look like. */
export function mayMean({ concepts }: Header, kind: PageKind): boolean {
  return concepts !== null && meanings.some((meaning) => fits(meaning, concepts, kind));
}

/**
 * What a column holds by its header. A header that means nothing of a loan, or whose cells do not look like what it means, is
 * below the bar. A column without any value is what its header says if that is one thing only.
 */
export function believeHeader(header: Header, look: ColumnLook, kind: PageKind): Belief {
  const { concepts, isExact, text } = header;
  const unknown = { fields: [], confidence: 0, doubt: text === '' ? null : 'Its header is not known.' };
  if (header.isDoubtful) {
    return {
      fields: [],
      confidence: confidences.ambiguous,
      doubt: 'Its header may mean more than one thing.',
    };
  }
  const fitting = concepts ? meanings.filter((meaning) => fits(meaning, concepts, kind)) : [];
  const [first] = fitting;
  if (!first) return unknown;
  if (first.fields.length === 0) return { fields: [], confidence: 1, doubt: null };
  const known = isExact ? confidences.exact : confidences.words;
  const isOne = new Set(fitting.map((meaning) => meaning.fields.join())).size === 1;
  if (look.filled === 0) {
    return isOne
      ? { fields: first.fields, confidence: known, doubt: null }
      : {
          fields: [],
          confidence: confidences.ambiguous,
          doubt: 'Its cells are empty, and its header alone does not tell.',
        };
  }
  // The meaning whose looks most cells have, if those are more than half.
  let best: { meaning: Meaning; cells: number } | undefined;
  for (const meaning of fitting) {
    const cells = meaning.looks.reduce((sum, found) => sum + (look.counts.get(found) ?? 0), 0);
    if (cells > (best?.cells ?? look.filled / 2)) best = { meaning, cells };
  }
  if (!best) {
    return {
      fields: isOne ? first.fields : [],
      confidence: confidences.unlike,
      doubt: 'Its cells do not look like what its header says.',
    };
  }
  const share = best.cells / look.filled;
  return { fields: best.meaning.fields, confidence: round(known * (0.75 + 0.25 * share)), doubt: null };
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

function fits(meaning: Meaning, concepts: ReadonlySet<Concept>, kind: PageKind): boolean {
  return (
    (meaning.on?.includes(kind) ?? true) &&
    meaning.needs.every((concept) => concepts.has(concept)) &&
    [...concepts].every((concept) => meaning.needs.includes(concept) || meaning.may.includes(concept))
  );
}

// What a pair of numbers must not speak of, to be the next payment of all: of payments made, or of those left.
const notNext: readonly Concept[] = ['repaid', 'remaining', 'overdue', 'last', 'bid'];

/**
 * What the look of a column proves whatever its header says; undefined where it proves nothing. A price is proven by the
 * site's own class for it (`isCost`), else on the market by the look alone.
 */
export function believeLook(
  header: Header,
  look: ColumnLook,
  kind: PageKind,
  isCost: boolean,
): Belief | undefined {
  const fields = findFieldsByLook(header, look, kind, isCost);
  return fields.length > 0 ? { fields, confidence: confidences.look, doubt: null } : undefined;
}

function findFieldsByLook(
  { concepts, text }: Header,
  look: ColumnLook,
  kind: PageKind,
  isCost: boolean,
): readonly FieldId[] {
  switch (look.all) {
    case 'rating': {
      const distinct = [...look.values].filter((value) => /\p{L}/u.test(value));
      const telling = distinct.some((value) => /^(AA|D|E|F|HR)$/i.test(value));
      return distinct.length >= 2 && telling ? ['rating'] : [];
    }
    case 'country':
      // FI and ES may as well be languages.
      return [...look.values].some((value) => value.length > 2 || /^(EE|DK|CZ|GR|AT)$/i.test(value))
        ? ['country']
        : [];
    case 'pair': {
      const speaksOfOther = concepts !== null && notNext.some((concept) => concepts.has(concept));
      const words = foldText(text)
        .split(' ')
        .flatMap((word) => findConcepts(word) ?? []);
      return speaksOfOther || words.some((concept) => notNext.includes(concept)) ? [] : paymentFields;
    }
    case 'cost':
      return kind === 'secondary-market' && (isCost || concepts === null) ? ['price', 'discount'] : [];
    case 'investment-number':
      return investmentFields;
    case 'percent':
    case 'euro':
    case 'whole':
    case 'number':
    case 'date':
    case 'text':
    case null:
      return [];
  }
}

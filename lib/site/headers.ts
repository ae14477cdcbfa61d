import type { FieldId } from '#lib/loan/fields.ts';
import { readLabel, readText } from './cell-text.ts';
import type { CellLook, ColumnLook } from './column-looks.ts';
import { foldText } from './fold-text.ts';
import { findConcepts, type Concept } from './header-words.ts';
import type { PageKind } from './page-reading.ts';

/** What a header can mean: the concepts it must name, those it may name, and what its cells must look like. */
interface Meaning {
  needs: readonly Concept[];
  may: readonly Concept[];
  looks: readonly CellLook[];
  fields: readonly FieldId[];
  /** Kinds of page on which the words mean this; absent for all. */
  on?: readonly PageKind[];
}

const rate: readonly CellLook[] = ['percent', 'number', 'whole'];
const money: readonly CellLook[] = ['euro', 'number', 'whole'];
const count: readonly CellLook[] = ['whole', 'text'];
const date: readonly CellLook[] = ['date'];
const market: readonly PageKind[] = ['secondary-market'];
const auctions: readonly PageKind[] = ['primary-market'];

function mean(
  needs: string,
  may: string,
  looks: readonly CellLook[],
  fields: readonly FieldId[],
  on?: readonly PageKind[],
): Meaning {
  const split = (list: string): Concept[] => list.split(' ').filter((word) => word !== '') as Concept[];
  return { needs: split(needs), may: split(`${may} bondora filler`), looks, fields, ...(on && { on }) };
}

const investment: readonly FieldId[] = ['investmentNumber', 'auctionNumber', 'auctionBidNumber'];
const payments: readonly FieldId[] = ['nextPaymentNr', 'nrOfScheduledPayments'];

/**
 * The vocabulary of headers. Some words mean two things, and the look of the cells decides: "next payment" is a day or a sum.
 * What stays open is no meaning at all: "late charges" may be paid or due, "scheduled payment" one payment or all of them.
 */
const meanings: readonly Meaning[] = [
  mean('loan', 'number', ['whole'], ['auctionNumber']),
  mean('loan', 'number', ['investment-number'], investment),
  mean('number', '', ['whole'], ['auctionNumber']),
  mean('number', '', ['investment-number'], investment),
  mean('investment', 'number loan', ['investment-number'], investment),
  mean('country', 'borrower loan', ['country'], ['country']),
  mean('rating', 'loan score', ['rating'], ['rating']),
  mean('interest', 'rate loan', rate, ['interest']),
  mean('status', 'loan payment', ['text'], ['loanStatusCode']),
  mean('status since', 'loan date', date, ['loanStatusActiveFrom']),
  mean('term', 'loan original', count, ['loanDuration']),
  mean('amount', 'original', money, ['amount']),
  mean('original principal', 'amount', money, ['amount']),
  mean('loan amount', '', money, ['amount'], auctions),
  mean('principal remaining', 'amount loan', money, ['principalRemaining']),
  mean('remaining loan amount', '', money, ['principalRemaining']),
  mean('principal repaid', 'amount total', money, ['principalRepaid']),
  mean('interest repaid', 'amount total', money, ['interestRepaid']),
  mean('penalty repaid', 'amount total overdue', money, ['lateAmountPaid']),
  mean('principal overdue', 'amount', money, ['principalLateAmount']),
  mean('interest overdue', 'amount', money, ['interestLateAmount']),
  mean('overdue amount', 'total', money, ['lateAmountTotal']),
  mean('overdue total', '', money, ['lateAmountTotal']),
  mean('future payment', 'scheduled remaining', money, ['outstandingPayments']),
  mean('future scheduled payment', 'remaining', money, ['outstandingPayments']),
  mean('remaining payment', 'scheduled', ['euro', 'number'], ['outstandingPayments']),
  mean('price', 'listed desired discount markup', ['cost'], ['price', 'discount'], market),
  mean('price', 'listed desired', money, ['price'], market),
  mean('total price', '', money, ['totalCost'], market),
  mean('discount', 'markup rate desired price', rate, ['discount']),
  mean('markup', 'rate desired price', rate, ['discount']),
  mean('discount', 'markup', ['cost'], ['discount'], market),
  mean('xirr', '', rate, ['xirr']),
  mean('payment', 'number scheduled next loan total term', ['pair'], payments),
  mean('next payment number', '', ['whole'], ['nextPaymentNr']),
  mean('number scheduled payment', 'total', ['whole'], ['nrOfScheduledPayments']),
  mean('total payment number', '', ['whole'], ['nrOfScheduledPayments']),
  mean('next payment', 'date scheduled term', date, ['nextPaymentDate']),
  mean('next rate', '', date, ['nextPaymentDate']),
  mean('next payment', 'scheduled', ['euro'], ['nextPaymentSum']),
  mean('next payment amount', 'scheduled', money, ['nextPaymentSum']),
  mean('last payment', 'date repaid', date, ['lastPaymentDate']),
  mean('overdue since', 'date', date, ['debtOccurredOnForSecondary']),
  mean('debt occurred secondary', 'date', date, ['debtOccurredOnForSecondary']),
  mean('principal overdue since', 'date', date, ['debtOccurredOn']),
  mean('debt occurred', 'date', date, ['debtOccurredOn']),
  mean('stage', 'debt collection', ['text'], ['latestDebtManagementStageType']),
  mean('stage since', 'debt collection date', date, ['latestDebtManagementDate']),
  mean('rescheduled', 'date since last loan', date, ['reScheduledOn']),
  mean('issued', 'date loan', date, ['signedDate']),
  mean('loan date', '', date, ['signedDate']),
  mean('listed', 'date since', date, ['listedOnDate']),
  mean('score', 'loan rating', ['whole'], ['creditScore']),
  mean('purpose', 'loan', ['text'], ['useOfLoan']),
  mean('gender', '', ['text', 'rating'], ['gender']),
  mean('borrower', 'name user', ['text'], ['userName']),
  mean('user', 'name', ['text'], ['userName']),
  mean('days overdue', 'debt date', count, ['daysLate']),
  mean('days debt', 'date', count, ['daysLate']),
];

// "Late interest" is overdue interest or, as in German, a penalty; "next payments" may be one or all that are to come.
const doubtful =
  /^(late interest|interest late|next payments|jargmised maksed|nachsten? zahlungen|seuraavat maksut|proximos pagos)$/;

/** What a header says: its text, the concepts it names, and whether it names the unit percent. */
export interface Header {
  text: string;
  /** Null when a word of it is not known, or when there is none. */
  concepts: ReadonlySet<Concept> | null;
}

/**
 * Reads a header cell: its text, else its title or label, else what its data attributes or sort link name the column.
 */
export function readHeader(cell: Element): Header {
  const lines = readText(cell).split('\n');
  const text = lines.join(' ');
  // What stands below the name in so many words explains it.
  const isExplained = lines.length > 1 && lines.slice(1).join(' ').split(' ').length >= 4;
  let concepts = findAllConcepts(text) ?? (isExplained ? findAllConcepts(lines[0] ?? '') : null);
  if (!concepts) {
    for (const other of [readLabel(cell), ...dataNames(cell)]) {
      concepts ??= other === '' ? null : findAllConcepts(other);
    }
  }
  return { text: text === '' ? readLabel(cell) : text, concepts };
}

function dataNames(cell: Element): string[] {
  return ['data-field', 'data-column', 'data-column-name', 'data-name', 'data-key', 'data-sort']
    .map((name) => (cell.getAttribute(name) ?? '').replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .filter((name) => name !== '');
}

function findAllConcepts(text: string): ReadonlySet<Concept> | null {
  const folded = foldText(text.replaceAll('#', ' nr '));
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
 * The fields that a column holds by its header; empty when the header means none, or when its cells do not look like what
 * it means. A column without any value is what its header says if that is one thing only.
 */
export function findFieldsByHeader(
  { concepts }: Header,
  look: ColumnLook,
  kind: PageKind,
): readonly FieldId[] {
  if (!concepts) return [];
  const fitting = meanings.filter((meaning) => fits(meaning, concepts, kind));
  if (look.filled === 0) {
    const [only] = fitting;
    return only && new Set(fitting.map((meaning) => meaning.fields.join())).size === 1 ? only.fields : [];
  }
  // The meaning whose looks most cells have, if those are more than half.
  let best: { meaning: Meaning; cells: number } | undefined;
  for (const meaning of fitting) {
    const cells = meaning.looks.reduce((sum, found) => sum + (look.counts.get(found) ?? 0), 0);
    if (cells > (best?.cells ?? look.filled / 2)) best = { meaning, cells };
  }
  return best?.meaning.fields ?? [];
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
 * The fields that the look of a column proves whatever its header says; empty where it proves none. A price is proven by the
 * site's own class for it (`isCost`), else on the market by the look alone.
 */
export function findFieldsByLook(
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
      return speaksOfOther || words.some((concept) => notNext.includes(concept)) ? [] : payments;
    }
    case 'cost':
      return kind === 'secondary-market' && (isCost || concepts === null) ? ['price', 'discount'] : [];
    case 'investment-number':
      return investment;
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

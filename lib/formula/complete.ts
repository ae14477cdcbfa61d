import { getField, type FieldId } from '#lib/loan/fields.ts';
import { functionHelp } from './function-help.ts';
import { functionNames } from './functions.ts';
import { formulaLimits } from './limits.ts';
import { catalogueNames, type Names } from './names.ts';
import { listWords } from './resolve-word.ts';
import type { NamedNode } from './syntax.ts';
import { tokenise, type Token } from './tokens.ts';

/** One way to go on. */
export interface Completion {
  kind: 'field' | 'function' | 'own' | 'word';
  /** What is put in the place of what was begun. */
  text: string;
  /** One sentence of help. */
  meaning: string;
}

export interface Completions {
  /** What an accepted completion replaces: offsets into the text. */
  start: number;
  end: number;
  options: readonly Completion[];
}

const most = 12;

/** What people ask for most, offered first where nothing is begun yet. */
const commonest: readonly FieldId[] = [
  'discount',
  'rating',
  'country',
  'yieldToMaturity',
  'daysLate',
  'paymentsLeft',
  'interest',
  'price',
  'loanStatusCode',
  'principalRemaining',
  'yieldBase',
  'tags',
];

/**
 * What could stand at the caret: names and functions that go on from what was begun there; behind a comparison with a rating, a
 * status or the like, the words that it can be compared with. Best first: those that begin with it, then those that have a word that does.
 * @param tell what a field means (`describeField`); the script that every page loads does not carry those sentences
 */
export function completeFormula(
  text: string,
  caret: number,
  names: Names = catalogueNames(),
  tell: (id: FieldId) => string = () => '',
): Completions {
  const { tokens } = tokenise(text.slice(0, Math.min(caret, formulaLimits.length)));
  const before = tokens.filter(({ token }) => token !== 'end');
  const last = before.at(-1);
  // Nothing goes on from inside a quotation, a number or a sign; a new operand begins there.
  const isOpen = last?.token === 'word' && last.end === caret;
  const begun = isOpen ? countBegun(before, names) : 0;
  const start = before[before.length - begun]?.start ?? caret;
  const prefix = text.slice(start, caret).toLowerCase();
  const words = findCompared(before.slice(0, before.length - begun), names);
  const options = [
    ...words.map((word): Completion => ({ kind: 'word', text: word, meaning: '' })),
    ...(words.length > 0 && begun === 0 ? [] : listNames(names, tell)),
  ];
  return { start, end: caret, options: pick(options, prefix) };
}

/** How many of the last tokens together begin a name. */
function countBegun(tokens: readonly Token[], names: Names): number {
  const keys = [...names.entries.keys()];
  for (let count = Math.min(8, tokens.length); count > 1; count--) {
    const prefix = joinKeys(tokens.slice(-count));
    if (keys.some((key) => key.startsWith(prefix))) return count;
  }
  return 1;
}

/** The words that a field before the last comparison can be compared with. */
function findCompared(tokens: readonly Token[], names: Names): readonly string[] {
  let at = tokens.length - 1;
  while (at >= 0 && ['[', ',', '(', 'in', 'is', 'not', '=', '!='].includes(tokens[at]?.key ?? '')) at--;
  // A list may hold entries already: go back to where it was opened.
  const opened = tokens.findLastIndex(({ key }) => key === '[');
  const closed = tokens.findLastIndex(({ key }) => key === ']');
  if (opened > closed) at = tokens.findLastIndex(({ key }, i) => i < opened && key !== 'in' && key !== 'not');
  if (at === tokens.length - 1) return [];
  for (let count = Math.min(8, at + 1); count > 0; count--) {
    const named = names.entries.get(joinKeys(tokens.slice(at + 1 - count, at + 1)));
    if (named?.node === 'field') return listWordsOf(named.id);
  }
  return [];
}

function listWordsOf(id: FieldId): string[] {
  const { kind, labels, words = [] } = getField(id);
  return [...words, ...listWords({ kind, labels }).map(([word]) => word)];
}

function listNames(names: Names, tell: (id: FieldId) => string): Completion[] {
  const fields = new Set<FieldId>();
  const first = commonest.map((id): NamedNode => ({ node: 'field', id }));
  const named = [...first, ...names.entries.values()].flatMap((node: NamedNode): Completion[] => {
    if (node.node === 'own')
      return [{ kind: 'own', text: node.name, meaning: names.formulas.get(node.name) ?? '' }];
    if (node.node !== 'field' || fields.has(node.id)) return [];
    fields.add(node.id);
    return [{ kind: 'field', text: getField(node.id).label, meaning: tell(node.id) }];
  });
  const functions = functionNames.map((name): Completion => {
    const { meaning } = functionHelp[name];
    return { kind: 'function', text: name === 'today' ? name : `${name}(`, meaning };
  });
  return [...named, ...functions];
}

/** The options that go on from a prefix, those that begin with it first. */
function pick(options: readonly Completion[], prefix: string): Completion[] {
  const rank = ({ text }: Completion): number => {
    const key = text.toLowerCase();
    return key.startsWith(prefix) ? 0 : key.includes(` ${prefix}`) ? 1 : 2;
  };
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((one) => one.rank < 2 && one.option.text.toLowerCase() !== prefix)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ option }) => option);
}

function joinKeys(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ');
}

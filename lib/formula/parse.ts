import type { Day } from '#lib/base/day.ts';
import { findFunction, type CallName } from './functions.ts';
import { createFormulaError, type FormulaError } from './formula-error.ts';
import { formulaLimits } from './limits.ts';
import { catalogueNames, findName, type Names } from './names.ts';
import type { Expression, ExpressionNode, LiteralUnit, Span } from './syntax.ts';
import { tokenise, type Token } from './tokens.ts';

export type ParseResult = { expression: Expression } | { errors: readonly FormulaError[] };

/**
 * Reads a formula. From loosest to tightest: `or`; `and`; `not`; comparisons (`= != < <= > >= in between is contains`);
 * `+ -`; `* /`; a minus sign. Names are those of `names`, whatever their case, the longest that fits.
 * Never throws: returns the tree, or the one fault at which reading stopped.
 */
export function parseFormula(text: string, names: Names = catalogueNames()): ParseResult {
  const { length } = formulaLimits;
  if (text.length > length) {
    const span = { start: length, end: text.length };
    return { errors: [createFormulaError('This formula is too long.', span)] };
  }
  const { tokens, error } = tokenise(text);
  if (error) return { errors: [error] };
  const reading: Reading = { tokens, names, text, at: 0, depth: 0, error };
  const expression = readAny(reading);
  const { token, key } = peek(reading);
  if (token !== 'end') {
    refuse(reading, key === ',' ? 'Decimals are written with a point.' : `“${key}” does not fit here.`);
  }
  return reading.error ? { errors: [reading.error] } : { expression };
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly names: Names;
  readonly text: string;
  at: number;
  depth: number;
  /** The first fault. Reading goes to the end at once, where nothing is left to be read. */
  error: FormulaError | undefined;
}

type Read = (reading: Reading) => Expression;

/** Notes a fault and ends the reading; the node that is returned is never looked at. */
function refuse(reading: Reading, message: string, span: Span = peek(reading)): Expression {
  reading.error ??= createFormulaError(message, span);
  reading.at = reading.tokens.length - 1;
  return { node: 'word', text: '', ...span };
}

const peek = (reading: Reading): Token => reading.tokens[reading.at] as Token;

const nameHere = ({ names, tokens, at }: Reading): ReturnType<typeof findName> => findName(names, tokens, at);

/** Steps over the next token if it reads like one of these. */
function take<Key extends string>(reading: Reading, ...keys: readonly Key[]): Key | undefined {
  const found = keys.find((key) => key === peek(reading).key);
  if (found !== undefined) reading.at++;
  return found;
}

/** Steps over two words such as `starts with`, or over neither. */
function takePair(reading: Reading, first: string, second: string): boolean {
  const fits = peek(reading).key === first && reading.tokens[reading.at + 1]?.key === second;
  if (fits) reading.at += 2;
  return fits;
}

function expect(reading: Reading, key: string): void {
  if (!take(reading, key)) refuse(reading, `“${key}” is missing here.`);
}

/** A node that reaches from `start` to where the last token read ended. */
function make(reading: Reading, start: number, node: ExpressionNode): Expression {
  return { ...node, start, end: reading.tokens[reading.at - 1]?.end ?? start };
}

/** Runs a reader one level deeper. */
function deeper(reading: Reading, read: Read): Expression {
  const { depth } = formulaLimits;
  if (reading.depth >= depth) return refuse(reading, 'This formula is too deep.');
  reading.depth++;
  const expression = read(reading);
  reading.depth--;
  return expression;
}

function makeCall(reading: Reading, start: number, name: CallName, args: readonly Expression[]): Expression {
  return make(reading, start, { node: 'call', name, args });
}

const readAny: Read = (reading) => readJoined(reading, 'or', readAll);
const readAll: Read = (reading) => readJoined(reading, 'and', readNot);

function readJoined(reading: Reading, name: 'and' | 'or', readPart: Read): Expression {
  const first = readPart(reading);
  const parts = [first];
  while (take(reading, name)) parts.push(readPart(reading));
  return parts.length === 1 ? first : makeCall(reading, first.start, name, parts);
}

function readNot(reading: Reading): Expression {
  const { start } = peek(reading);
  return take(reading, 'not')
    ? makeCall(reading, start, 'not', [deeper(reading, readNot)])
    : readComparison(reading);
}

const signs = ['=', '!=', '<', '<=', '>', '>='] as const;

function readComparison(reading: Reading): Expression {
  const left = readSum(reading);
  const finish = (name: CallName, args: readonly Expression[] = [], not = false): Expression => {
    const made = makeCall(reading, left.start, name, [left, ...args]);
    return not ? makeCall(reading, left.start, 'not', [made]) : made;
  };
  const compare = (name: CallName): Expression => finish(name, [readSum(reading)]);

  const sign = take(reading, ...signs) ?? take(reading, 'contains');
  if (sign) return compare(sign);
  if (takePair(reading, 'better', 'than')) return compare('<');
  if (takePair(reading, 'worse', 'than')) return compare('>');
  if (takePair(reading, 'starts', 'with')) return compare('startsWith');
  if (takePair(reading, 'ends', 'with')) return compare('endsWith');
  if (take(reading, 'is')) {
    // A name may itself begin with “not”, as the label “Not given” does.
    const { length } = nameHere(reading);
    const not = length < 2 && take(reading, 'not') !== undefined;
    const known = take(reading, 'known', 'unknown');
    return known ? finish('known', [], not !== (known === 'unknown')) : compare(not ? '!=' : '=');
  }
  const not = takePair(reading, 'not', 'in') || takePair(reading, 'not', 'between');
  if (not) reading.at--;
  if (take(reading, 'in')) return finish('in', readList(reading), not);
  if (!take(reading, 'between')) return left;
  const low = readSum(reading);
  expect(reading, 'and');
  return finish('between', [low, readSum(reading)], not);
}

function readList(reading: Reading): Expression[] {
  if (take(reading, '(')) return readEntries(reading, readUnary, ')');
  expect(reading, '[');
  return readEntries(reading, readUnary, ']');
}

/** Reads what commas separate, up to the closing bracket. */
function readEntries(reading: Reading, read: Read, close: string): Expression[] {
  const { list } = formulaLimits;
  const entries: Expression[] = [];
  do {
    if (entries.length === list) refuse(reading, 'This list is too long.');
    entries.push(deeper(reading, read));
  } while (take(reading, ','));
  expect(reading, close);
  return entries;
}

const readSum: Read = (reading) => readArithmetic(reading, ['+', '-'], readProduct);
const readProduct: Read = (reading) => readArithmetic(reading, ['*', '/'], readUnary);

function readArithmetic(reading: Reading, operators: readonly CallName[], readPart: Read): Expression {
  let left = readPart(reading);
  const { depth } = reading;
  for (;;) {
    const operator = take(reading, ...operators);
    if (!operator) break;
    left = makeCall(reading, left.start, operator, [left, deeper(reading, readPart)]);
    // Each operator makes the tree one level deeper, and counts as such until the chain has ended.
    reading.depth++;
  }
  reading.depth = depth;
  return left;
}

function readUnary(reading: Reading): Expression {
  const { start } = peek(reading);
  if (!take(reading, '-')) return readOperand(reading);
  const of = deeper(reading, readUnary);
  return of.node === 'number' && of.value > 0
    ? make(reading, start, { ...of, value: -of.value })
    : makeCall(reading, start, 'minus', [of]);
}

function readOperand(reading: Reading): Expression {
  const { named, length } = nameHere(reading);
  const token = peek(reading);
  const { start, end, value, key } = token;
  const written = reading.text.slice(start, end);
  const done = (node: ExpressionNode): Expression => make(reading, start, node);
  if (named !== undefined) {
    reading.at += length;
    return done(named);
  }
  if (token.token === 'end') return refuse(reading, 'Something is missing at the end.');
  reading.at++;
  switch (token.token) {
    case 'number':
      return done({ node: 'number', value, unit: readUnit(reading) });
    case 'day':
      return done({ node: 'day', value: value as Day });
    case 'text':
      return done({ node: 'text', value: written.slice(1, -1).replaceAll(/\\(.)/gsu, '$1') });
    case 'word':
      if (!keywords.has(key) || peek(reading).key === '(') return readWord(reading, written, start);
      break;
    case 'sign':
      if (key === '(') {
        const inner = deeper(reading, readAny);
        expect(reading, ')');
        return done(inner);
      }
  }
  return refuse(reading, `A value is missing before “${written}”.`, token);
}

function readUnit(reading: Reading): LiteralUnit | null {
  const { key } = peek(reading);
  const found = /^(?:%|(€|euros?|eur)|(day|week|month|year|payment)s?)$/.exec(key);
  if (!found) return null;
  reading.at++;
  const [, euro, word] = found;
  return euro ? '€' : word ? (`${word}s` as LiteralUnit) : '%';
}

/** Words that end a run of words, which would else be one name. */
const keywords: ReadonlySet<string> = new Set(
  'and or not in is between contains starts ends better worse'.split(' '),
);

function readWord(reading: Reading, written: string, start: number): Expression {
  const name = findFunction(written);
  const bracket = peek(reading).key === '(';
  if (name && bracket) {
    reading.at++;
    return makeCall(reading, start, name, take(reading, ')') ? [] : readEntries(reading, readAny, ')'));
  }
  if (name === 'today') return makeCall(reading, start, name, []);
  // Several words in a row are one name that is not known.
  while (peek(reading).token === 'word' && !keywords.has(peek(reading).key)) {
    if (nameHere(reading).length > 0) break;
    reading.at++;
  }
  const { end } = reading.tokens[reading.at - 1] as Token;
  if (peek(reading).key === '(') {
    return refuse(reading, `There is no function “${written}”.`, { start, end });
  }
  return { node: 'word', text: reading.text.slice(start, end), start, end };
}

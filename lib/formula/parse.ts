import { findFunction, functionNames } from './functions.ts';
import type { FormulaError } from './formula-error.ts';
import { formulaLimits } from './limits.ts';
import { catalogueNames, findName, type Names } from './names.ts';
import { suggest } from './suggest.ts';
import type { ArithmeticOperator, CompareOperator, Expression, LiteralUnit, Span } from './syntax.ts';
import { tokenise, type Token } from './tokens.ts';

export type ParseResult = { expression: Expression } | { errors: readonly FormulaError[] };

/**
 * Reads a formula. From loosest to tightest: `or`; `and`; `not`; comparisons (`= != < <= > >= in between is contains`);
 * `+ -`; `* /`; a minus sign. Names are those of `names`, whatever their case, the longest that fits.
 * Never throws: returns the tree, or the one fault at which reading stopped.
 */
export function parseFormula(text: string, names: Names = catalogueNames()): ParseResult {
  if (text.length > formulaLimits.length) {
    const message = `A formula holds at most ${formulaLimits.length} characters.`;
    return { errors: [{ message, start: formulaLimits.length, end: text.length }] };
  }
  const { tokens, error } = tokenise(text);
  if (error !== undefined) return { errors: [error] };
  const reading: Reading = { tokens, names, text, at: 0, depth: 0 };
  try {
    const expression = readAny(reading);
    const rest = peek(reading);
    if (rest.token !== 'end') throw new Fault(describeRest(reading, rest));
    return { expression };
  } catch (fault) {
    if (fault instanceof Fault) return { errors: [fault.error] };
    throw fault;
  }
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly names: Names;
  readonly text: string;
  at: number;
  depth: number;
}

/** Ends the reading from wherever it is. Never leaves this file. */
class Fault extends Error {
  readonly error: FormulaError;
  constructor(error: FormulaError) {
    super(error.message);
    this.error = error;
  }
}

const peek = (reading: Reading): Token => reading.tokens[reading.at] as Token;

/** Steps over the next token if it reads like one of these. */
function take<Key extends string>(reading: Reading, ...keys: readonly Key[]): Key | undefined {
  const { key: next } = peek(reading);
  const key = keys.find((one) => one === next);
  if (key !== undefined) reading.at++;
  return key;
}

/** Steps over two words such as `starts with`, or over neither. */
function takePair(reading: Reading, first: string, second: string): boolean {
  const fits = peek(reading).key === first && reading.tokens[reading.at + 1]?.key === second;
  if (fits) reading.at += 2;
  return fits;
}

function expect(reading: Reading, key: string, purpose: string): void {
  if (take(reading, key) !== undefined) return;
  const { start, end } = peek(reading);
  throw new Fault({ message: `Here “${key}” is missing${purpose}.`, start, end });
}

/** From where a node starts to where the last token read ended. */
function spanFrom(reading: Reading, start: number): Span {
  return { start, end: reading.tokens[reading.at - 1]?.end ?? start };
}

/** Runs a reader one level deeper. */
function deeper(reading: Reading, read: (reading: Reading) => Expression): Expression {
  if (reading.depth >= formulaLimits.depth) {
    const { start, end } = peek(reading);
    throw new Fault({ message: `A formula may be at most ${formulaLimits.depth} levels deep.`, start, end });
  }
  reading.depth++;
  const expression = read(reading);
  reading.depth--;
  return expression;
}

const readAny = (reading: Reading): Expression => readJoined(reading, 'any', 'or', readAll);
const readAll = (reading: Reading): Expression => readJoined(reading, 'all', 'and', readNot);

function readJoined(
  reading: Reading,
  node: 'all' | 'any',
  word: string,
  readPart: (reading: Reading) => Expression,
): Expression {
  const first = readPart(reading);
  const parts = [first];
  while (take(reading, word) !== undefined) parts.push(readPart(reading));
  return parts.length === 1 ? first : { node, parts, ...spanFrom(reading, first.start) };
}

function readNot(reading: Reading): Expression {
  const { start } = peek(reading);
  if (take(reading, 'not') === undefined) return readComparison(reading);
  const of = deeper(reading, readNot);
  return { node: 'not', of, ...spanFrom(reading, start) };
}

const sameSigns = ['=', '!=', '<', '<=', '>', '>='] as const satisfies readonly CompareOperator[];

function readComparison(reading: Reading): Expression {
  const left = readSum(reading);
  const { start } = left;
  const compare = (operator: CompareOperator): Expression => {
    const right = readSum(reading);
    refuseChain(reading);
    return { node: 'compare', operator, left, right, ...spanFrom(reading, start) };
  };
  const call = (name: 'contains' | 'startsWith' | 'endsWith'): Expression => {
    const argument = readSum(reading);
    return { node: 'call', name, args: [left, argument], ...spanFrom(reading, start) };
  };
  const negated = (is: boolean, of: Expression): Expression =>
    is ? { node: 'not', of, ...spanFrom(reading, start) } : of;

  const sign = take(reading, ...sameSigns);
  if (sign !== undefined) return compare(sign);
  if (takePair(reading, 'better', 'than')) return compare('<');
  if (takePair(reading, 'worse', 'than')) return compare('>');
  if (take(reading, 'contains') !== undefined) return call('contains');
  if (takePair(reading, 'starts', 'with')) return call('startsWith');
  if (takePair(reading, 'ends', 'with')) return call('endsWith');
  if (take(reading, 'is') !== undefined) {
    // A name may itself begin with “not”, as the label “Not given” does.
    const named = (findName(reading.names, reading.tokens, reading.at)?.length ?? 0) > 1;
    const not = !named && take(reading, 'not') !== undefined;
    const known = take(reading, 'known', 'unknown');
    if (known === undefined) return compare(not ? '!=' : '=');
    const of: Expression = { node: 'known', of: left, ...spanFrom(reading, start) };
    return negated(not !== (known === 'unknown'), of);
  }
  const not = takePair(reading, 'not', 'in') || takePair(reading, 'not', 'between');
  if (not) reading.at--;
  if (take(reading, 'in') !== undefined) return negated(not, readAmong(reading, left));
  if (take(reading, 'between') !== undefined) {
    const low = readSum(reading);
    expect(reading, 'and', ': between 1 and 5');
    const high = readSum(reading);
    return negated(not, { node: 'between', value: left, low, high, ...spanFrom(reading, start) });
  }
  return left;
}

function refuseChain(reading: Reading): void {
  const { start, end, key } = peek(reading);
  if (!(sameSigns as readonly string[]).includes(key)) return;
  const message = 'Comparisons cannot be chained: write “x between 1 and 5”, or join two of them with “and”.';
  throw new Fault({ message, start, end });
}

function readAmong(reading: Reading, value: Expression): Expression {
  const opened = take(reading, '[', '(');
  if (opened === undefined) expect(reading, '[', ' before the list');
  const list: Expression[] = [];
  const close = opened === '(' ? ')' : ']';
  do {
    if (list.length >= formulaLimits.list) {
      const { start, end } = peek(reading);
      throw new Fault({ message: `A list holds at most ${formulaLimits.list} entries.`, start, end });
    }
    list.push(readUnary(reading));
  } while (take(reading, ',') !== undefined);
  expect(reading, close, ' after the list');
  return { node: 'among', value, list, ...spanFrom(reading, value.start) };
}

const readSum = (reading: Reading): Expression => readArithmetic(reading, ['+', '-'], readProduct);
const readProduct = (reading: Reading): Expression => readArithmetic(reading, ['*', '/'], readUnary);

function readArithmetic(
  reading: Reading,
  operators: readonly ArithmeticOperator[],
  readPart: (reading: Reading) => Expression,
): Expression {
  let left = readPart(reading);
  // Each operator makes the tree one level deeper, and counts as such until the chain has ended.
  const depth = reading.depth;
  for (;;) {
    const operator = take(reading, ...operators);
    if (operator === undefined) break;
    const right = deeper(reading, readPart);
    reading.depth++;
    left = { node: 'arithmetic', operator, left, right, ...spanFrom(reading, left.start) };
  }
  reading.depth = depth;
  return left;
}

function readUnary(reading: Reading): Expression {
  const { start } = peek(reading);
  if (take(reading, '-') === undefined) return readOperand(reading);
  const of = deeper(reading, readUnary);
  const span = spanFrom(reading, start);
  return of.node === 'number' && of.value > 0
    ? { ...of, value: -of.value, ...span }
    : { node: 'negate', of, ...span };
}

function readOperand(reading: Reading): Expression {
  const { start } = peek(reading);
  const found = findName(reading.names, reading.tokens, reading.at);
  if (found !== undefined) {
    reading.at += found.length;
    const span = spanFrom(reading, start);
    const { named } = found;
    if ('field' in named) {
      return { node: 'field', id: named.field, written: reading.text.slice(start, span.end), ...span };
    }
    return 'own' in named
      ? { node: 'own', name: named.own, ...span }
      : { node: 'word', text: named.word, ...span };
  }
  const token = peek(reading);
  reading.at++;
  switch (token.token) {
    case 'number':
      return readNumber(reading, token.value, start);
    case 'day':
      return { node: 'day', value: token.value, start, end: token.end };
    case 'text':
      return { node: 'text', value: token.value, start, end: token.end };
    case 'word':
      return readWord(reading, token.text, start);
    case 'sign':
      if (token.key === '(') {
        const inner = deeper(reading, readAny);
        expect(reading, ')', ' to close the bracket');
        return { ...inner, ...spanFrom(reading, start) };
      }
      if (token.key === '€') {
        const amount = peek(reading);
        if (amount.token === 'number') {
          reading.at++;
          return { node: 'number', value: amount.value, unit: 'euros', start, end: amount.end };
        }
      }
      break;
    case 'end':
      throw new Fault({ message: 'Something is missing at the end.', start, end: start });
  }
  throw new Fault({ message: `A value is missing before “${token.key}”.`, start, end: token.end });
}

const units: ReadonlyMap<string, LiteralUnit> = new Map([
  ['%', 'percent'],
  ['€', 'euros'],
  ['eur', 'euros'],
  ['euro', 'euros'],
  ['euros', 'euros'],
  ['day', 'days'],
  ['days', 'days'],
  ['week', 'weeks'],
  ['weeks', 'weeks'],
  ['month', 'months'],
  ['months', 'months'],
  ['year', 'years'],
  ['years', 'years'],
  ['payment', 'payments'],
  ['payments', 'payments'],
]);

function readNumber(reading: Reading, value: number, start: number): Expression {
  const unit = units.get(peek(reading).key) ?? null;
  if (unit !== null) reading.at++;
  const { end } = spanFrom(reading, start);
  return { node: 'number', value, unit, start, end };
}

const keywords: ReadonlySet<string> = new Set(
  'and or not in is between then else contains starts ends with better worse than known unknown'.split(' '),
);

function readWord(reading: Reading, text: string, start: number): Expression {
  const key = text.toLowerCase();
  const name = findFunction(text);
  if (name === 'today' && peek(reading).key !== '(')
    return { node: 'call', name, args: [], ...spanFrom(reading, start) };
  if (name === 'if' && peek(reading).key !== '(') return readIf(reading, start);
  if (name !== undefined && take(reading, '(') !== undefined) {
    const args = take(reading, ')') === undefined ? readArguments(reading) : [];
    return { node: 'call', name, args, ...spanFrom(reading, start) };
  }
  if (keywords.has(key)) {
    const { end } = spanFrom(reading, start);
    throw new Fault({ message: `A value is missing before “${text}”.`, start, end });
  }
  while (peek(reading).token === 'word' && !keywords.has(peek(reading).key)) {
    if (findName(reading.names, reading.tokens, reading.at) !== undefined) break;
    reading.at++;
  }
  const span = spanFrom(reading, start);
  if (peek(reading).key === '(') {
    const suggestion = suggest(text, functionNames);
    const message = `There is no function “${text}”.`;
    throw new Fault({ message, ...span, ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return { node: 'word', text: reading.text.slice(span.start, span.end), ...span };
}

function readArguments(reading: Reading): Expression[] {
  const args: Expression[] = [];
  do {
    if (args.length >= formulaLimits.list) break;
    args.push(deeper(reading, readAny));
  } while (take(reading, ',') !== undefined);
  expect(reading, ')', ' to close the function');
  return args;
}

/** `if a then b else c`, which means `if(a, b, c)`. */
function readIf(reading: Reading, start: number): Expression {
  const condition = deeper(reading, readAny);
  expect(reading, 'then', ' after the condition');
  const yes = deeper(reading, readAny);
  expect(reading, 'else', ' after the value');
  const no = deeper(reading, readAny);
  return { node: 'call', name: 'if', args: [condition, yes, no], ...spanFrom(reading, start) };
}

function describeRest(reading: Reading, rest: Token): FormulaError {
  const { start, end, key } = rest;
  const before = reading.tokens[reading.at - 1];
  const after = reading.tokens[reading.at + 1];
  if (key === ',' && before?.token === 'number' && after?.token === 'number' && after.start === end) {
    const suggestion = `${before.key}.${after.key}`;
    return {
      message: `Write decimals with a point: ${suggestion}.`,
      start: before.start,
      end: after.end,
      suggestion,
    };
  }
  return { message: `“${reading.text.slice(start, end)}” does not fit here.`, start, end };
}

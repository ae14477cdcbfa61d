import { parseDay, type Day } from '#lib/base/day.ts';
import type { FormulaError } from './formula-error.ts';
import type { Span } from './syntax.ts';

/** The smallest pieces of a formula. `key` is how a piece reads inside a name: lower case. */
export type Token = Span & { key: string } & (
    | { token: 'number'; value: number }
    | { token: 'day'; value: Day }
    | { token: 'text'; value: string }
    | { token: 'word'; text: string }
    | { token: 'sign' }
    | { token: 'end' }
  );

// One alternative a kind; each begins with another character, so the text is walked once.
const pattern =
  /\s+|(\d{4}-\d\d-\d\d)(?!\d)|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[“„][^“”„]*[“”])|([\p{L}_][\p{L}\p{N}_]*)|(<=|>=|!=|<>|==|[-+*/%€()[\],=<>≤≥≠−×÷])/suy;

/** Signs that mean the same as a plainer one. */
const plainSigns: Readonly<Record<string, string>> = {
  '<>': '!=',
  '==': '=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '−': '-',
  '×': '*',
  '÷': '/',
};

/** Cuts a text into tokens, ending with one `end`; an error where a character belongs to none. Takes time in proportion to its length. */
export function tokenise(text: string): { tokens: Token[]; error?: FormulaError } {
  const tokens: Token[] = [];
  const reader = new RegExp(pattern);
  let start = 0;
  while (start < text.length) {
    reader.lastIndex = start;
    const match = reader.exec(text);
    if (match === null) return { tokens, error: describeStray(text, start) };
    const end = reader.lastIndex;
    const [, day, number, quoted, word, sign] = match;
    const key = match[0].toLowerCase();
    if (day !== undefined) {
      const value = parseDay(day);
      if (value === undefined) return { tokens, error: { message: `There is no day ${day}.`, start, end } };
      tokens.push({ token: 'day', value, key, start, end });
    } else if (number !== undefined) {
      tokens.push({ token: 'number', value: Number(number), key, start, end });
      if (!Number.isFinite(Number(number)))
        return { tokens, error: { message: 'This number is too large.', start, end } };
    } else if (quoted !== undefined) {
      tokens.push({ token: 'text', value: unquote(quoted), key, start, end });
    } else if (word !== undefined) {
      tokens.push({ token: 'word', text: word, key, start, end });
    } else if (sign !== undefined) {
      tokens.push({ token: 'sign', key: plainSigns[sign] ?? sign, start, end });
    }
    start = end;
  }
  tokens.push({ token: 'end', key: '', start, end: start });
  return { tokens };
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/gsu, '$1');
}

function describeStray(text: string, start: number): FormulaError {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return /["'“„]/u.test(character)
    ? { message: 'This text has no closing quotation mark.', start, end: text.length }
    : { message: `“${character}” has no meaning in a formula.`, start, end: start + character.length };
}

import { parseDay } from '#lib/base/day.ts';
import { createFormulaError, type FormulaError } from './formula-error.ts';
import type { Span } from './syntax.ts';

/** The smallest pieces of a formula. */
export interface Token extends Span {
  token: 'day' | 'number' | 'text' | 'word' | 'sign' | 'end';
  /** How the piece reads inside a name: lower case. */
  key: string;
  /** What a number, or a day, is worth; NaN for other pieces. */
  value: number;
}

// One alternative a kind; each begins with another character, so the text is walked once.
const pattern =
  /\s+|(\d{4}-\d\d-\d\d)(?!\d)|(\d*\.?\d+(?:e[+-]?\d+)?)|("(?:[^"\\]|\\.)*"|[“„][^“”]*[“”])|([\p{L}_][\p{L}\p{N}_]*)|([<>!]=|[-+*/%€()[\],=<>≤≥−])/gisuy;
const kinds = ['day', 'number', 'text', 'word', 'sign'] as const satisfies readonly Token['token'][];

/** Cuts a text into tokens, ending with one `end`; an error where a character belongs to none. Takes time in proportion to its length. */
export function tokenise(text: string): { tokens: Token[]; error?: FormulaError } {
  const tokens: Token[] = [];
  let end = 0;
  for (const [whole, ...groups] of text.matchAll(pattern)) {
    const start = end;
    end += whole.length;
    const token = kinds[groups.findIndex((group) => group !== undefined)];
    if (token === undefined) continue;
    // A number beyond all sense is cut, so that what is written again is the same.
    const value = token === 'day' ? parseDay(whole) : Math.min(Number(whole), 1e300);
    if (value === undefined) {
      return { tokens, error: createFormulaError(`There is no day ${whole}.`, { start, end }) };
    }
    tokens.push({ token, key: spellPlainly(whole), value, start, end });
  }
  tokens.push({ token: 'end', key: '', value: Number.NaN, start: end, end });
  return end === text.length ? { tokens } : { tokens, error: describeStray(text, end) };
}

/** Lower case, and plain signs for those that keyboards and phones put in their place. */
function spellPlainly(piece: string): string {
  return piece.toLowerCase().replace('≤', '<=').replace('≥', '>=').replace('−', '-');
}

function describeStray(text: string, start: number): FormulaError {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const message = /["“„]/.test(character)
    ? 'This text is not closed.'
    : `“${character}” has no meaning in a formula.`;
  return createFormulaError(message, { start, end: start + character.length });
}

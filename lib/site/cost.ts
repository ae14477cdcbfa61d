import { foldText } from './fold-text.ts';
import { parseNumber, type NumberText } from './numbers.ts';

/** What the cost cell shows: an amount, a percent in brackets, or both. */
export interface CostText {
  amount: NumberText | null;
  percent: NumberText | null;
  /** What words beside the percent say of it. */
  word: 'discount' | 'markup' | null;
}

const bracketed = /^([^([]*)[([]\s*([^)\]]*?)\s*[)\]]([^([\])]*)$/;
const discountWords = /^(discount|rabatt|abschlag|nachlass|soodustus|allahindlus|alennus|descuento)$/;
const markupWords =
  /^(markup|mark up|premium|aufschlag|aufgeld|agio|juurdehindlus|preemia|hinnalisa|ylihinta|lisahinta|preemio|recargo|prima)$/;

/**
 * Reads `4.12 € (15%)`, `(-5%)`, `€4.12 (+3 %)`, `4.12 € (15% discount)`, and the same with the percent in an element of its
 * own. Undefined for a text without a percent, and for anything else.
 */
export function parseCost(text: string): CostText | undefined {
  const match = bracketed.exec(text);
  if (match) {
    const [, before = '', inside = '', after = ''] = match;
    const percent = parsePercent(inside.trim());
    const amount = before.trim() === '' ? null : parseNumber(before.trim());
    if (!percent || amount === undefined || amount?.unit === 'percent' || /\d/.test(after)) return undefined;
    return { amount, ...percent };
  }
  const lines = text.split('\n').map((line) => parseNumber(line));
  const [amount, number, ...others] = lines;
  const isSplit = amount?.unit === 'euro' && number?.unit === 'percent' && others.every((line) => !line);
  return isSplit ? { amount, percent: number, word: null } : undefined;
}

function parsePercent(inside: string): Pick<CostText, 'percent' | 'word'> | undefined {
  const words = !/\p{L}/u.test(inside)
    ? ''
    : foldText(inside.replaceAll(/[\d.,%\uFF05+\-\u2212\u2013]/g, ' '));
  const word = discountWords.test(words) ? 'discount' : markupWords.test(words) ? 'markup' : null;
  if (words !== '' && word === null) return undefined;
  const percent = parseNumber(word === null ? inside : inside.replaceAll(/\p{L}+(-\p{L}+)?/gu, '').trim());
  if (percent?.unit === 'percent') return { percent, word };
  // "(-%)": there is a price, but its percent is not known.
  return /^[-\u2212\u2013]? ?%$/.test(inside) ? { percent: null, word: null } : undefined;
}

import type { ColumnPlan } from './column-plans.ts';
import { parsePair } from './column-looks.ts';
import { parseCost, type CostText } from './cost.ts';
import { parseDate, type DateText } from './dates.ts';
import { parseNumber, type NumberText } from './numbers.ts';

/** A cell that was taken apart, before it is settled what its separators mean. */
export interface CellReading {
  plan: ColumnPlan;
  text: string;
  number?: NumberText;
  cost?: CostText;
  date?: DateText;
  pair?: [number, number];
}

/** Takes the text of a cell apart, as its column is read. A column that is not understood is read for its number format only. */
export function readCell(plan: ColumnPlan, text: string, languages: readonly string[]): CellReading {
  const reading: CellReading = { plan, text };
  if (text === '') return reading;
  switch (plan.reader) {
    case 'cost': {
      const cost = parseCost(text) ?? asCost(parseNumber(text), plan);
      return cost ? { ...reading, cost } : reading;
    }
    case 'pair': {
      const pair = parsePair(text);
      return pair ? { ...reading, pair } : reading;
    }
    case 'day':
    case 'moment': {
      const date = parseDate(text, languages);
      return date ? { ...reading, date } : reading;
    }
    case 'rate':
    case 'money':
    case 'count':
    case 'number':
    case null: {
      const number = parseNumber(text);
      return number && (plan.reader !== null || number.unit !== null) ? { ...reading, number } : reading;
    }
    case 'loan-number':
    case 'rating':
    case 'country':
    case 'code':
    case 'text':
      return reading;
  }
}

// A price without a percent, or a percent in a column of its own.
function asCost(number: NumberText | undefined, plan: ColumnPlan): CostText | undefined {
  if (!number) return undefined;
  const isPercent =
    number.unit === 'percent' || (number.unit === null && plan.isPercent && !plan.fields.includes('price'));
  return isPercent
    ? { amount: null, percent: { ...number, unit: 'percent' }, word: null }
    : { amount: number, percent: null, word: null };
}

import type { FunctionName } from './functions.ts';

/** How a function is written, and what it gives, in one sentence. */
export interface FunctionHelp {
  usage: string;
  meaning: string;
}

/** Help for every function, for completion and the help page. */
export const functionHelp: Readonly<Record<FunctionName, FunctionHelp>> = {
  min: { usage: 'min(price, 10 €)', meaning: 'The smallest of several values.' },
  max: { usage: 'max(price, 10 €)', meaning: 'The largest of several values.' },
  abs: { usage: 'abs(discount)', meaning: 'A number without its sign.' },
  round: {
    usage: 'round(price, 1)',
    meaning:
      'A number rounded to so many decimals; a percentage to whole percents, or decimals of a percent.',
  },
  floor: {
    usage: 'floor(price)',
    meaning: 'A number rounded down to a whole one; a percentage to a whole percent.',
  },
  ceil: {
    usage: 'ceil(price)',
    meaning: 'A number rounded up to a whole one; a percentage to a whole percent.',
  },
  if: {
    usage: 'if(days late > 30, 50%, 10%)',
    meaning:
      'The second value where the condition holds, the third where it does not; unknown where that is unknown.',
  },
  coalesce: { usage: 'coalesce(days late, 0)', meaning: 'The first of several values that is known.' },
  year: { usage: 'year(issued on)', meaning: 'The year of a date.' },
  month: { usage: 'month(issued on)', meaning: 'The month of a date, from 1 to 12.' },
  contains: {
    usage: 'note contains "call"',
    meaning: 'Whether a text holds another, or tags hold a tag; capitals do not matter.',
  },
  startsWith: { usage: 'borrower starts with "BO1"', meaning: 'Whether a text begins with another.' },
  endsWith: { usage: 'borrower ends with "7"', meaning: 'Whether a text ends with another.' },
  length: { usage: 'length(tags)', meaning: 'How many characters a text has, or how many tags there are.' },
  today: { usage: 'today', meaning: "Today's date." },
};

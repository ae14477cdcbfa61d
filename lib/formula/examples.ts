import type { Day } from '#lib/base/day.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';

/** A formula to learn from, with rows that show what it says: the help shows the formulas, the tests run them on the rows. */
export interface FormulaExample {
  formula: string;
  /** What it asks for, or gives. */
  meaning: string;
  /** Rows with what the formula gives for each: true, false, a value, or null for unknown. */
  rows: readonly (readonly [row: LoanRecord, gives: FieldValue])[];
}

export interface ExampleTopic {
  title: string;
  /** The rule behind the examples, in plain words. */
  rule: string;
  examples: readonly FormulaExample[];
}

/** The day on which the rows are looked at: 22 November 2026. */
export const exampleToday = 20_779 as Day;

/** The language by examples, from the simplest on. */
export const exampleTopics: readonly ExampleTopic[] = [
  {
    title: 'Compare',
    rule: 'Write a field, a sign and a value. The signs are = != < <= > >=, and “is” and “is not”. Capitals do not matter. A percentage has its %, an amount may have its €.',
    examples: [
      {
        formula: 'discount < -10%',
        meaning: 'More than ten percent off: a discount is below zero, a mark-up above.',
        rows: [
          [{ discount: -0.12 }, true],
          [{ discount: -0.1 }, false],
          [{ discount: 0.05 }, false],
        ],
      },
      {
        formula: 'price <= 5 €',
        meaning: 'Five euros at most.',
        rows: [
          [{ price: 5 }, true],
          [{ price: 5.01 }, false],
        ],
      },
      {
        formula: 'loan status is Current',
        meaning: 'Words that Bondora uses can be written as they are.',
        rows: [
          [{ loanStatusCode: 2 }, true],
          [{ loanStatusCode: 100 }, false],
        ],
      },
      {
        formula: 'rating better than C',
        meaning: 'AA, A and B; “rating < C” says the same.',
        rows: [
          [{ rating: 'B' }, true],
          [{ rating: 'C' }, false],
        ],
      },
    ],
  },
  {
    title: 'Join',
    rule: '“and” wants all of its clauses, “or” one of them, “not” the opposite. “and” holds tighter than “or”: use brackets where you mean it otherwise.',
    examples: [
      {
        formula: 'discount < -10% and rating in [A, B, C] and days late = 0',
        meaning: 'Ten percent off, a fair rating, nothing overdue.',
        rows: [
          [{ discount: -0.2, rating: 'B', daysLate: 0 }, true],
          [{ discount: -0.2, rating: 'HR', daysLate: 0 }, false],
          [{ discount: -0.2, rating: 'B' }, null],
        ],
      },
      {
        formula: 'price < 5 € or payments per price > 1.3',
        meaning: 'Cheap, or much to come for the money.',
        rows: [
          [{ price: 3 }, true],
          [{ price: 8, paymentsPerPrice: 1.4 }, true],
          [{ price: 8, paymentsPerPrice: 1 }, false],
        ],
      },
      {
        formula: 'not (country = ES and days late > 30)',
        meaning: 'All but Spanish loans that are long late.',
        rows: [
          [{ country: 'FI', daysLate: 90 }, true],
          [{ country: 'ES', daysLate: 90 }, false],
        ],
      },
    ],
  },
  {
    title: 'Lists and ranges',
    rule: '“in” looks into a list, “between” includes both ends; both can follow “not”.',
    examples: [
      {
        formula: 'country in [EE, FI]',
        meaning: 'Estonia or Finland.',
        rows: [
          [{ country: 'EE' }, true],
          [{ country: 'ES' }, false],
        ],
      },
      {
        formula: 'payments left between 6 and 24',
        meaning: 'Half a year to two years to go.',
        rows: [
          [{ paymentsLeft: 24 }, true],
          [{ paymentsLeft: 25 }, false],
        ],
      },
      {
        formula: 'debt stage not in [Recovery, Write-off]',
        meaning: 'Neither in recovery nor written off.',
        rows: [
          [{ debtStage: 0 }, true],
          [{ debtStage: 4 }, false],
        ],
      },
    ],
  },
  {
    title: 'Calculate',
    rule: 'With + - * / and brackets. Like goes with like: euros with euros, percent with percent; a number without a unit takes that of its neighbour.',
    examples: [
      {
        formula: 'future scheduled payments / price',
        meaning: 'What is still to come for each euro.',
        rows: [
          [{ outstandingPayments: 15, price: 10 }, 1.5],
          [{ outstandingPayments: 15, price: 0 }, null],
        ],
      },
      {
        formula: 'interest - expected loss > 8%',
        meaning: "Eight percent are left after the loss that Bondora's model expects.",
        rows: [
          [{ interest: 0.2, expectedLoss: 0.05 }, true],
          [{ interest: 0.2, expectedLoss: 0.15 }, false],
        ],
      },
      {
        formula: 'round(discount / payments left, 2)',
        meaning: 'Discount for each month to go, with two decimals of a percent.',
        rows: [[{ discount: -0.1, paymentsLeft: 12 }, -0.0083]],
      },
      {
        formula: 'if(rating worse than D, discount < -30%, discount < -10%)',
        meaning: 'Ask for more off where the risk is higher.',
        rows: [
          [{ rating: 'F', discount: -0.2 }, false],
          [{ rating: 'B', discount: -0.2 }, true],
        ],
      },
    ],
  },
  {
    title: 'Dates and times',
    rule: 'A date is written year-month-day; “today” is today. Days, weeks, months and years can be added and taken away; two dates make a number of days.',
    examples: [
      {
        formula: 'next payment date <= today + 1 week',
        meaning: 'A payment is due within a week.',
        rows: [
          [{ nextPaymentDate: 20_786 }, true],
          [{ nextPaymentDate: 20_787 }, false],
        ],
      },
      {
        formula: 'issued on >= 2023-10-01',
        meaning: 'Issued since October 2023.',
        rows: [
          [{ signedDate: 19_631 }, true],
          [{ signedDate: 19_630 }, false],
        ],
      },
      {
        formula: 'year(issued on) = 2024 and today - listed on > 14 days',
        meaning: 'A loan of 2024 that has been on sale for more than two weeks.',
        rows: [
          [{ signedDate: 19_800, listedOnDate: 20_764 }, true],
          [{ signedDate: 19_800, listedOnDate: 20_765 }, false],
        ],
      },
    ],
  },
  {
    title: 'Texts, tags and notes',
    rule: '“contains”, “starts with” and “ends with” look into texts; “contains” finds a tag among tags. A text stands between quotation marks.',
    examples: [
      {
        formula: 'not (tags contains "avoid")',
        meaning: 'Nothing that you tagged “avoid”.',
        rows: [
          [{ tags: ['watch'] }, true],
          [{ tags: ['Avoid'] }, false],
        ],
      },
      {
        formula: 'note colour = green or note contains "call"',
        meaning: 'Marked green, or a note that speaks of a call.',
        rows: [
          [{ noteColour: 'green', note: '' }, true],
          [{ noteColour: 'none', note: 'Call them' }, true],
          [{ noteColour: 'none', note: '' }, false],
        ],
      },
      {
        formula: 'not I hold this loan',
        meaning: 'Loans of which you own no part yet.',
        rows: [
          [{ holding: false }, true],
          [{ holding: true }, false],
        ],
      },
    ],
  },
  {
    title: 'What is not known',
    rule: 'Where a value is missing, a clause is unknown, and so is what follows from it; such a row is neither hidden nor faded. “is known” and “is unknown” ask for that, “coalesce” puts another value in its place.',
    examples: [
      {
        formula: 'XIRR > 5%',
        meaning: 'Unknown, rather than no, where Bondora gives no XIRR.',
        rows: [
          [{ xirr: 0.06 }, true],
          [{}, null],
        ],
      },
      {
        formula: 'yield > 20% and days late is known',
        meaning: 'Leave out the rows of which nobody says whether they are late.',
        rows: [
          [{ yieldToMaturity: 0.3, daysLate: 0 }, true],
          [{ yieldToMaturity: 0.3 }, false],
        ],
      },
      {
        formula: 'coalesce(days late, 0) < 7',
        meaning: 'Take an unknown lateness for none.',
        rows: [
          [{}, true],
          [{ daysLate: 7 }, false],
        ],
      },
    ],
  },
];

import fc from 'fast-check';
import type { Day } from '#lib/base/day.ts';
import type { CallName } from '#lib/formula/functions.ts';
import type { Expression, LiteralUnit } from '#lib/formula/syntax.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { ratings } from '#lib/loan/rating.ts';
import { call, dayOf, field, negative, number, text, word } from './write-expression.ts';

/** The day that `today` means in random formulas. */
export const randomToday = 20_779 as Day;

/** What kinds of value random formulas have. */
export const randomKinds = ['truth', 'money', 'rate', 'days', 'day', 'rating', 'borrower'] as const;
type Kind = (typeof randomKinds)[number];
type Some = fc.Arbitrary<Expression>;

/** A number as people write it, now and then negative. */
const plainNumber = fc.oneof(
  fc.integer({ min: -60, max: 60 }),
  fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
  fc.constantFrom(1e21, 1e-7, 123_456_789.125),
);
const numberIn = (unit: LiteralUnit): Some => plainNumber.map((value) => number(value, unit));
const fieldOf = (...ids: FieldId[]): Some => fc.constantFrom(...ids).map(field);
const ratingWord = fc.constantFrom(...ratings).map(word);
const piece = fc.constantFrom('', 'a', 'B', 'bo1', 'watch', 'x "quoted" \\ text', 'ü€').map(text);
const functionOf = (...names: CallName[]): fc.Arbitrary<CallName> => fc.constantFrom(...names);
const ordering = functionOf('=', '!=', '<', '<=', '>', '>=');
const equality = functionOf('=', '!=');

/** Formulas that are right in all their kinds, of every form that there is. */
export const randomFormulas: Record<Kind, Some> = fc.letrec<Record<Kind, Expression>>((tieAny) => {
  const tie = tieAny as (kind: Kind) => Some;
  const nested = (...some: Some[]): Some => fc.oneof({ maxDepth: 4, depthIdentifier: 'formula' }, ...some);
  const calculation = (operator: CallName, left: Kind, right: Kind): Some =>
    fc.tuple(tie(left), tie(right)).map((args) => call(operator, args));
  const choices = (kind: Kind): Some[] => [
    fc.tuple(tie('truth'), tie(kind), tie(kind)).map((args) => call('if', args)),
    fc.tuple(tie(kind), tie(kind)).map((args) => call('coalesce', args)),
  ];
  const extreme = (kind: Kind): Some =>
    fc.tuple(functionOf('min', 'max'), tie(kind), tie(kind)).map(([name, ...args]) => call(name, args));
  const rounding = (kind: Kind): Some[] => [
    fc.tuple(functionOf('abs', 'floor', 'ceil', 'round'), tie(kind)).map(([name, of]) => call(name, [of])),
    fc
      .tuple(tie(kind), fc.integer({ min: 0, max: 3 }))
      .map(([of, digits]) => call('round', [of, number(digits, null)])),
  ];
  const comparison = (kind: Kind, operator = ordering): Some =>
    fc.tuple(operator, tie(kind), tie(kind)).map(([name, ...args]) => call(name, args));
  const range = (kind: Kind): Some =>
    fc.tuple(tie(kind), tie(kind), tie(kind)).map((args) => call('between', args));
  const list = (value: Some, entry: Some): Some =>
    fc
      .tuple(value, fc.array(entry, { minLength: 1, maxLength: 5 }))
      .map(([first, rest]) => call('in', [first, ...rest]));
  const junction = fc
    .tuple(functionOf('and', 'or'), fc.array(tie('truth'), { minLength: 2, maxLength: 5 }))
    .map((parts) => call(...parts));
  const aFewDays = fc.tuple(
    fc.integer({ min: -400, max: 400 }),
    fc.constantFrom<LiteralUnit[]>('days', 'weeks'),
  );
  const spans = fc.tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom<LiteralUnit[]>('days', 'weeks', 'months', 'years'),
  );
  const country = fc.constantFrom('EE', 'FI').map(word);
  const status = fc.oneof(
    fc.constantFrom('Current', 'Overdue', '60+ days overdue').map(word),
    fc.constant(number(4, null)),
  );

  return {
    truth: nested(
      comparison('money'),
      comparison('rate'),
      comparison('days'),
      comparison('day'),
      comparison('rating'),
      comparison('borrower', equality),
      range('rate'),
      range('day'),
      list(tie('rate'), numberIn('%')),
      list(tie('rating'), ratingWord),
      list(tie('borrower'), piece),
      list(fieldOf('loanStatusCode'), status),
      fc.tuple(equality, fieldOf('country'), country).map(([name, ...args]) => call(name, args)),
      fc
        .tuple(functionOf('contains', 'startsWith', 'endsWith'), tie('borrower'), piece)
        .map(([name, ...args]) => call(name, args)),
      fc.tuple(fieldOf('tags'), piece).map((args) => call('contains', args)),
      fieldOf('tags', 'note', 'rating', 'price', 'country').map((of) => call('known', [of])),
      tie('truth').map((of) => call('known', [of])),
      tie('truth').map((of) => call('not', [of])),
      junction,
      junction,
      ...choices('truth'),
    ),
    money: nested(
      fieldOf('price', 'principalRemaining', 'outstandingPayments'),
      numberIn('€'),
      calculation('+', 'money', 'money'),
      calculation('-', 'money', 'money'),
      calculation('*', 'money', 'rate'),
      calculation('/', 'money', 'days'),
      tie('money').map(negative),
      extreme('money'),
      ...rounding('money'),
      ...choices('money'),
    ),
    rate: nested(
      fieldOf('discount', 'interest'),
      numberIn('%'),
      calculation('+', 'rate', 'rate'),
      calculation('*', 'rate', 'rate'),
      tie('rate').map(negative),
      extreme('rate'),
      ...rounding('rate'),
      ...choices('rate'),
    ),
    days: nested(
      fieldOf('daysLate', 'daysListed'),
      aFewDays.map((parts) => number(...parts)),
      calculation('-', 'day', 'day'),
      calculation('+', 'days', 'days'),
      tie('days').map(negative),
      ...choices('days'),
    ),
    day: nested(
      fieldOf('nextPaymentDate', 'signedDate'),
      fc.integer({ min: 15_000, max: 25_000 }).map((value) => dayOf(value as Day)),
      fc.constant(call('today', [])),
      fc
        .tuple(functionOf('+', '-'), fieldOf('nextPaymentDate', 'signedDate'), spans)
        .map(([operator, day, span]) => call(operator, [day, number(...span)])),
      extreme('day'),
      ...choices('day'),
    ),
    rating: nested(
      fieldOf('rating'),
      // A bare rating needs a neighbour that tells what it is.
      ratingWord.map((one) => call('coalesce', [field('rating'), one])),
      extreme('rating'),
      ...choices('rating'),
    ),
    borrower: nested(fieldOf('userName', 'note'), piece, ...choices('borrower')),
  };
});

const cents = fc.integer({ min: -300, max: 3000 }).map((value) => value / 100);
const someDay = fc.integer({ min: 15_000, max: 25_000 });

/** Records with all the fields that random formulas read, each of them missing or null now and then. */
export const randomRecord: fc.Arbitrary<LoanRecord> = fc.record(
  {
    price: fc.option(cents),
    principalRemaining: fc.option(cents),
    outstandingPayments: fc.option(cents),
    discount: fc.option(fc.integer({ min: -100, max: 40 }).map((value) => value / 100)),
    interest: fc.option(fc.integer({ min: 0, max: 90 }).map((value) => value / 100)),
    daysLate: fc.option(fc.integer({ min: 0, max: 60 })),
    daysListed: fc.option(fc.integer({ min: 0, max: 30 })),
    nextPaymentDate: fc.option(someDay),
    signedDate: fc.option(someDay),
    rating: fc.option(fc.constantFrom(...ratings, 'Z')),
    country: fc.option(fc.constantFrom('EE', 'FI', 'ES')),
    loanStatusCode: fc.option(fc.constantFrom(2, 4, 5, 100)),
    userName: fc.option(fc.constantFrom('', 'BO1A', 'bo1a', 'AB')),
    note: fc.option(fc.constantFrom('', 'a', 'Watch this', 'x "quoted" \\ text')),
    tags: fc.option(fc.constantFrom<string[][]>([], ['Watch'], ['a', 'b'], ['watchful'])),
  },
  { requiredKeys: [] },
);

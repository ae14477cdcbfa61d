import { describeField } from '#lib/loan/field-help.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import { findCellKind, teachableFields, type CellKind } from '#lib/views/teachable-fields.ts';
import type { ColumnGuise } from './teaching-page.ts';

/** Something that a column can be said to hold. */
export interface FieldChoice {
  id: string;
  fields: readonly FieldId[];
  label: string;
  meaning: string;
  /** Whether the column looks as such values do. */
  fits: boolean;
}

interface Choice extends Omit<FieldChoice, 'fits'> {
  guises: readonly ColumnGuise[];
  /** Whether the site is known to show it. */
  isShown: boolean;
  words: string;
}

const guises: Readonly<Record<CellKind, readonly ColumnGuise[]>> = {
  id: ['whole', 'investment-number'],
  money: ['euro', 'number', 'whole'],
  rate: ['percent', 'number', 'whole'],
  count: ['whole', 'text'],
  number: ['whole', 'number'],
  day: ['date'],
  moment: ['date'],
  rating: ['rating'],
  country: ['country'],
  code: ['text'],
  text: ['text'],
};

/** Cells that hold more than one value. */
const joined: readonly {
  fields: readonly FieldId[];
  label: string;
  meaning: string;
  guise: ColumnGuise;
  /** What its cells must hold. */
  expected: string;
}[] = [
  {
    fields: ['price', 'discount'],
    label: 'price with discount',
    meaning:
      'What the part costs, and in brackets how much below or above its open principal that is: 4.12 € (−15%).',
    guise: 'cost',
    expected: 'a price with a discount in brackets',
  },
  {
    fields: ['nextPaymentNr', 'nrOfScheduledPayments'],
    label: 'next payment of all payments',
    meaning: 'Which payment comes next, and how many there are: 12 / 60.',
    guise: 'pair',
    expected: 'one number of another, such as 12 / 60',
  },
  {
    fields: ['investmentNumber', 'auctionNumber', 'auctionBidNumber'],
    label: 'investment number',
    meaning: 'The number of the loan and of the investment in it, joined by a dash: 1234567-12345678.',
    guise: 'investment-number',
    expected: 'two numbers with a dash',
  },
];

// One half of a joined value alone names nothing.
const inJoinedOnly: ReadonlySet<FieldId> = new Set(['investmentNumber', 'auctionBidNumber']);

let all: readonly Choice[] | undefined;

function listAll(): readonly Choice[] {
  all ??= [
    ...joined.map(({ fields, label, meaning, guise }): Choice => {
      const words = fields.map((field) => getField(field).label).join(' ');
      return { id: fields.join('-'), fields, label, meaning, guises: [guise], isShown: true, words };
    }),
    ...teachableFields.filter((field) => !inJoinedOnly.has(field)).map(describeChoice),
  ];
  return all;
}

function describeChoice(field: FieldId): Choice {
  const { label, aliases = [] } = getField(field);
  const { meaning, sources } = describeField(field);
  const kind = findCellKind(field);
  return {
    id: field,
    fields: [field],
    label,
    meaning,
    guises: [...(kind === undefined ? [] : guises[kind]), ...(field === 'discount' ? ['cost' as const] : [])],
    isShown: sources.includes('page'),
    words: [field, ...aliases].join(' '),
  };
}

/**
 * What a column can hold, for a person to choose from: what Bondlens believes first, then what the column looks like, then the
 * rest; of each, first what the site is known to show. What is called just as was searched comes before all.
 * @param search words that must all be found in a name or a meaning; empty finds everything
 */
export function findChoices(
  search: string,
  column: { guise: ColumnGuise | null; believed: readonly FieldId[] },
): FieldChoice[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const { guise, believed } = column;
  const isBelieved = ({ fields }: Choice): boolean =>
    believed.length > 0 && fields.length === believed.length && fields.every((one) => believed.includes(one));
  const worth = (choice: Choice): number =>
    (isBelieved(choice) ? 8 : 0) +
    (choice.label.toLowerCase() === search.trim().toLowerCase() ? 16 : 0) +
    (wanted.length > 0 && wanted.every((word) => choice.label.toLowerCase().includes(word)) ? 4 : 0) +
    (guise !== null && choice.guises.includes(guise) ? 2 : 0) +
    (choice.isShown ? 1 : 0);
  return listAll()
    .filter(({ label, meaning, words }) => {
      const text = `${label} ${words} ${meaning}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((a, b) => worth(b) - worth(a))
    .map(({ id, fields, label, meaning, guises: theirs }) => ({
      id,
      fields,
      label,
      meaning,
      fits: guise !== null && theirs.includes(guise),
    }));
}

const wanted: Readonly<Record<CellKind, string>> = {
  id: 'a loan number',
  money: 'an amount of money',
  rate: 'a rate in percent',
  count: 'a whole number',
  number: 'a number',
  day: 'a date',
  moment: 'a date',
  rating: 'a rating',
  country: 'a country',
  code: 'one of the words that Bondlens knows',
  text: 'a short text',
};

/** What the cells of a column must hold for these fields, for “cannot be read as …”. */
export function nameExpected(fields: readonly FieldId[]): string {
  const shared = joined.find((choice) => choice.fields.every((field) => fields.includes(field)));
  if (shared !== undefined) return shared.expected;
  const kind = fields[0] === undefined ? undefined : findCellKind(fields[0]);
  return kind === undefined ? 'a value' : wanted[kind];
}

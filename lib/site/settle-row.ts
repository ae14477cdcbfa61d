import type { FieldValue } from '#lib/loan/field.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import { findPossibleSigns, type PriceClaim, type ShownPercent } from './check-price.ts';
import { isZero } from './discount-sign.ts';
import { settleNumber } from './numbers.ts';
import type { PageIdentity } from './page-reading.ts';
import type { CellReading } from './read-cell.ts';
import { readValues } from './cell-values.ts';
import { findColumnConvention, type TableFormat } from './table-format.ts';

export type RowFields = { [id in FieldId]?: FieldValue };

/** A row whose cells are read, but for the sign of its percents. */
export interface RowDraft {
  fields: RowFields;
  percents: readonly { cell: CellReading; shown: ShownPercent | null }[];
}

/** Reads the cells of a row one by one. A field that two cells give differently is unknown. */
export function draftRow(
  cells: readonly CellReading[],
  format: TableFormat,
  languages: readonly string[],
): RowDraft {
  const fields: RowFields = {};
  const contradicted = new Set<FieldId>();
  for (const cell of cells) {
    for (const [field, value] of readValues(cell, format, languages)) {
      const before = fields[field] ?? null;
      if (before !== null && value !== null && before !== value) contradicted.add(field);
      fields[field] = contradicted.has(field) ? null : (value ?? before);
    }
  }
  if (typeof fields.nextPaymentNr === 'number' && typeof fields.nrOfScheduledPayments === 'number') {
    if (fields.nextPaymentNr > fields.nrOfScheduledPayments) {
      fields.nextPaymentNr = null;
      fields.nrOfScheduledPayments = null;
    }
  }
  const percents = cells
    .filter((cell) => cell.plan.fields.includes('discount'))
    .map((cell) => ({ cell, shown: readPercent(cell, format) }));
  return { fields, percents };
}

function readPercent({ cost }: CellReading, format: TableFormat): ShownPercent | null {
  if (!cost?.percent) return null;
  const { percent, word } = cost;
  const size = settleNumber({ ...percent, sign: null }, format.numbers, -2);
  if (size === null) return null;
  const digits = percent.shape.kind === 'fraction' ? percent.shape.fraction.length : 0;
  const contradictsWord =
    (word === 'markup' && percent.sign === '-') || (word === 'discount' && percent.sign === '+');
  if (contradictsWord) return null;
  const sign = word === 'discount' ? '-' : word === 'markup' ? '+' : percent.sign;
  return { size, precision: 0.5 * 10 ** (-2 - digits), sign: isZero(percent) ? '+' : sign };
}

/** What a row claims of price, principal and percent, if it shows all three. */
export function findClaim({ fields, percents }: RowDraft): PriceClaim | undefined {
  const { price, principalRemaining: principal } = fields;
  const percent = percents.find(({ shown }) => shown !== null)?.shown;
  return typeof price === 'number' && typeof principal === 'number' && percent
    ? { price, principal, percent }
    : undefined;
}

/** The fields of a row, once everything is settled for its table. */
export function settleRow(draft: RowDraft, format: TableFormat, identity: PageIdentity): RowFields {
  const fields = { ...draft.fields };
  if (!format.isPrincipal && fields.principalRemaining !== undefined) fields.principalRemaining = null;
  if (draft.percents.length === 0) return fields;

  const claim = format.isPrincipal ? findClaim(draft) : undefined;
  const possible = claim ? findPossibleSigns(claim) : undefined;
  if (possible?.size === 0) return { ...fields, discount: null, price: null, principalRemaining: null };

  const readings = new Set<number>();
  for (const { cell, shown } of draft.percents) {
    if (!shown) continue;
    const sign = shown.sign ?? findSign(possible) ?? findConventionSign(format, cell, identity);
    if (sign === null || possible?.has(sign) === false) return { ...fields, discount: null };
    readings.add(sign === '-' ? -shown.size : shown.size);
  }
  const [discount, ...others] = readings;
  const isSensible = discount !== undefined && others.length === 0 && discount >= -1 && discount <= 0.405;
  return { ...fields, discount: isSensible ? discount : null };
}

// Only one sign fits the sums: then that is it.
function findSign(possible: ReadonlySet<'+' | '-'> | undefined): '+' | '-' | null {
  const [only, ...others] = possible ?? [];
  return only !== undefined && others.length === 0 ? only : null;
}

function findConventionSign(
  format: TableFormat,
  cell: CellReading,
  identity: PageIdentity,
): '+' | '-' | null {
  const convention = findColumnConvention(format, cell.plan, identity);
  return convention === null ? null : convention === 'discount' ? '-' : '+';
}

import type { Day } from '#lib/base/day.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { getField } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { createField, type Checked, type CheckedFormula } from './checked.ts';
import type { ColumnSource } from './columns.ts';
import { readResult } from './read-result.ts';
import { createRowColumns } from './row-columns.ts';
import type { ValueType } from './value-type.ts';

/** Something that a clause compares, with its value in this row. */
export interface ExplainedValue {
  /** As it was written, or the field's label. */
  text: string;
  type: ValueType;
  /** null is unknown. */
  value: FieldValue;
}

/** One clause of a condition: what it says of this row, and why. */
export interface Clause {
  /** As it was written. */
  text: string;
  verdict: 'yes' | 'no' | 'unknown';
  /** How its parts are joined; null for a clause without parts. */
  joined: 'and' | 'or' | 'not' | null;
  parts: readonly Clause[];
  /**
   * Whether what it is a part of follows from it: the no of one part makes `and` a no, its yes needs every part.
   * True for the whole.
   */
  decides: boolean;
  /** For a clause without parts: what it compares, and every field in that, each once; fixed values are left out. */
  values: readonly ExplainedValue[];
}

/**
 * Takes a condition apart for one record (with its derived fields): each clause with its values and its verdict.
 * A formula that is no condition gives one clause of unknown verdict with its value.
 */
export function explainRow({ root, text }: CheckedFormula, record: LoanRecord, today: Day): Clause {
  return explain(root, text, createRowColumns([record], today), () => true);
}

function explain(
  node: Checked,
  text: string,
  source: ColumnSource,
  isDeciding: (verdict: Clause['verdict']) => boolean,
): Clause {
  const result = node.type.kind === 'truth' ? readResult(node, source) : null;
  const verdict = result === null ? 'unknown' : result === true ? 'yes' : 'no';
  const clause = { text: text.slice(node.start, node.end), verdict, decides: isDeciding(verdict) } as const;
  if (node.node !== 'call' || (node.name !== 'and' && node.name !== 'or' && node.name !== 'not')) {
    return { ...clause, joined: null, parts: [], values: listValues(node, text, source) };
  }
  const { name, args } = node;
  // Only the yes of `and` and the no of `or` need every part; any other verdict follows from the parts that share it.
  const needsAll = name === 'not' || verdict === (name === 'and' ? 'yes' : 'no');
  const parts = args.map((arg) => explain(arg, text, source, (of) => needsAll || of === verdict));
  return { ...clause, joined: name, parts, values: [] };
}

function listValues(node: Checked, text: string, source: ColumnSource): ExplainedValue[] {
  const values = new Map<string, ExplainedValue>();
  const add = (label: string, part: Checked): void => {
    values.set(label.toLowerCase(), { text: label, type: part.type, value: readResult(part, source) });
  };
  const compared = node.node === 'call' ? node.args : [node];
  for (const part of compared) {
    if (part.fields.length > 0 && part.node !== 'field') add(text.slice(part.start, part.end), part);
  }
  for (const id of node.fields) add(getField(id).label, createField(node, id));
  return [...values.values()];
}

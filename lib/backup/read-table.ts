import * as v from 'valibot';
import { AppError } from '#lib/base/app-error.ts';

/** What one table of notes may hold. */
const limits = { rows: 100_000, cells: 100 } as const;

const rowsSchema = v.pipe(
  v.array(v.pipe(v.array(v.string()), v.maxLength(limits.cells, 'A row has more than 100 cells.'))),
  v.maxLength(limits.rows, 'A table of more than 100,000 rows is too long.'),
);

/** The rows of a table that was handed in as JSON. Throws `invalid-input` when they are none, or too many. */
export function readTable(text: string): string[][] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (cause) {
    throw refuse('This is no table.', cause);
  }
  const read = v.safeParse(rowsSchema, rows);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw refuse(issue.type === 'max_length' ? issue.message : 'This is no table.');
}

function refuse(sentence: string, cause?: unknown): AppError {
  return new AppError('invalid-input', `${sentence} Nothing was changed.`, { cause });
}

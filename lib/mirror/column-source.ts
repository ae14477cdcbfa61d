import { daysInTallinn, type Day } from '#lib/base/day.ts';
import type { Column, ColumnSource, Word } from '#lib/formula/columns.ts';
import { isWords } from '#lib/formula/value-type.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { writeInvestmentNumber } from './investment-number.ts';
import { isLive, type LoadedTable, type MirrorCache } from './mirror-cache.ts';
import { copyNumbers } from './read-packed.ts';
import { chunkRows, type TableName } from './table.ts';

/** A table's rows as formulas read them, and where each of them stands. */
export interface TableColumns extends ColumnSource {
  /** By row: its slot in the table. */
  slots: Uint32Array;
}

/** How fields that follow from others are worked out, for those that are asked for. */
export interface Derivation {
  /** The fields that can be derived. */
  derived: ReadonlySet<FieldId>;
  /** The fields that they follow from. */
  inputs: readonly FieldId[];
  /** The derived fields of a row that follow from its inputs. */
  derive(inputs: LoanRecord, today: Day): LoanRecord;
}

/**
 * Loads the named fields of a table for the formula engine; no other column is touched. A field that the table does not have
 * is unknown in every row, and so is one that was not named.
 * @param derivation left out, fields that follow from others are unknown
 */
export async function loadColumnSource(
  cache: MirrorCache,
  table: TableName,
  fields: readonly FieldId[],
  today: Day,
  derivation?: Derivation,
): Promise<TableColumns> {
  const wanted = derivation?.inputs.length && fields.some((id) => derivation.derived.has(id));
  const names = new Set<string>([...fields, ...(wanted ? derivation.inputs : [])]);
  if (names.has('investmentNumber')) names.add('auctionNumber').add('auctionBidNumber');
  const loaded = await cache.load(table, [...names]);
  const slots = loaded === undefined ? new Uint32Array(0) : listSlots(loaded);
  const columns = new Map<FieldId, Column>();
  const derived = wanted ? fields.filter((id) => derivation.derived.has(id)) : [];
  if (loaded !== undefined && derivation !== undefined && derived.length > 0) {
    for (const [id, values] of deriveAll(loaded, slots, today, derivation, derived)) {
      columns.set(
        id,
        toColumn(id, slots.length, (row) => values[row] ?? null),
      );
    }
  }
  return {
    rows: slots.length,
    today,
    slots,
    column(id) {
      let column = columns.get(id);
      if (column === undefined) {
        const isThere = loaded !== undefined && names.has(id);
        const numbers = isThere && isPlainNumber(id) ? readNumbers(loaded, id, slots) : undefined;
        if (numbers === undefined) {
          const read = isThere ? createFieldReader(loaded, id) : () => null;
          column = toColumn(id, slots.length, (row) => read(slots[row] ?? 0));
        } else column = { numbers };
        columns.set(id, column);
      }
      return column;
    },
  };
}

function listSlots({ head }: LoadedTable): Uint32Array {
  const first = head.firstChunk * chunkRows;
  const all = new Uint32Array(Math.max(0, head.slots - first));
  for (let row = 0; row < all.length; row += 1) all[row] = first + row;
  return head.free.length === 0 ? all : all.filter((slot) => isLive(head, slot));
}

function isPlainNumber(id: FieldId): boolean {
  const { kind } = getField(id);
  return kind !== 'rating' && kind !== 'instant' && !isWords({ kind });
}

/** A column of numbers, chunk by chunk; undefined where it holds anything else. */
function readNumbers(loaded: LoadedTable, id: FieldId, slots: Uint32Array): Float64Array | undefined {
  const { head } = loaded;
  const first = head.firstChunk * chunkRows;
  const numbers = new Float64Array(Math.max(0, head.slots - first)).fill(Number.NaN);
  for (const [n, chunk] of loaded.chunks(id).entries()) {
    if (!copyNumbers(chunk, numbers, n * chunkRows)) return undefined;
  }
  return slots.length === numbers.length
    ? numbers
    : Float64Array.from(slots, (slot) => numbers[slot - first] ?? Number.NaN);
}

function createFieldReader(loaded: LoadedTable, id: FieldId): (slot: number) => FieldValue {
  const read = loaded.reader(id);
  if (id !== 'investmentNumber') return read;
  const [loan, bid] = [loaded.reader('auctionNumber'), loaded.reader('auctionBidNumber')];
  return (slot) => writeInvestmentNumber(read(slot), loan(slot), bid(slot));
}

function deriveAll(
  loaded: LoadedTable,
  slots: Uint32Array,
  today: Day,
  derivation: Derivation,
  derived: readonly FieldId[],
): Map<FieldId, FieldValue[]> {
  const readers = derivation.inputs
    .filter((id) => id in loaded.head.columns)
    .map((id) => [id, createFieldReader(loaded, id)] as const);
  const columns = new Map(derived.map((id): [FieldId, FieldValue[]] => [id, []]));
  const given = derived
    .filter((id) => id in loaded.head.columns)
    .map((id) => [id, loaded.reader(id)] as const);
  for (const slot of slots) {
    const record: { -readonly [id in FieldId]?: FieldValue } = {};
    for (const [id, read] of readers) record[id] = read(slot);
    // What the table itself tells goes before what would follow.
    for (const [id, read] of given) record[id] = read(slot);
    const follows = derivation.derive(record, today);
    for (const [id, values] of columns) values.push(record[id] ?? follows[id] ?? null);
  }
  return columns;
}

/** Numbers or words, as the field's kind asks for; a value that does not fit the kind is unknown. */
function toColumn(id: FieldId, rows: number, read: (row: number) => FieldValue): Column {
  const { kind } = getField(id);
  if (kind !== 'rating' && !isWords({ kind })) {
    const numbers = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) numbers[row] = toNumber(read(row));
    return { numbers: kind === 'instant' ? daysInTallinn(numbers) : numbers };
  }
  const codeOf = new Map<unknown, number>();
  const words: Word[] = [];
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const value = read(row);
    const key = Array.isArray(value) ? ` ${JSON.stringify(value)}` : value;
    let code = codeOf.get(key);
    if (code === undefined) {
      code = words.push(toWord(value, kind)) - 1;
      codeOf.set(key, code);
    }
    codes[row] = code;
  }
  if (words.length <= 2 ** 8) return { codes: Uint8Array.from(codes), words };
  return { codes: words.length <= 2 ** 16 ? Uint16Array.from(codes) : codes, words };
}

function toNumber(value: FieldValue): number {
  const number = value === true ? 1 : value === false ? 0 : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : Number.NaN;
}

function toWord(value: FieldValue, kind: string): Word {
  if (Array.isArray(value)) return kind === 'tags' ? (value as readonly string[]) : null;
  if (typeof value === 'number') return kind === 'id' ? String(value) : null;
  return typeof value === 'string' && kind !== 'tags' ? value : null;
}

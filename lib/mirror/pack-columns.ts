import { fieldIds, getField, type FieldId } from '#lib/loan/fields.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { MarketChunk, PackedColumn } from './market-chunk.ts';

const guidFields: ReadonlySet<FieldId> = new Set(['listingId', 'loanPartId', 'auctionId']);

/** Packs records into columns. Fields that no record has are left out. */
export function packRecords(records: readonly LoanRecord[]): MarketChunk {
  const columns: MarketChunk['columns'] = {};
  for (const id of fieldIds) {
    if (records.some((record) => record[id] !== undefined)) {
      columns[id] = packColumn(
        id,
        records.map((record) => record[id] ?? null),
      );
    }
  }
  return { rows: records.length, columns };
}

/** The record of one row; fields whose value is unknown are `null`. */
export function unpackRecord(chunk: MarketChunk, row: number): LoanRecord {
  const entries = Object.entries(chunk.columns) as [FieldId, PackedColumn][];
  return Object.fromEntries(entries.map(([id, column]) => [id, unpackValue(column, row)]));
}

/** One value of a packed column. */
export function unpackValue(column: PackedColumn, row: number): FieldValue {
  switch (column.type) {
    case 'numbers': {
      const value = column.values[row] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    }
    case 'texts':
      return column.texts[(column.codes[row] ?? 0) - 1] ?? null;
    case 'guids':
      return formatGuid(column.bytes.subarray(row * 16, row * 16 + 16));
  }
}

function packColumn(id: FieldId, values: readonly FieldValue[]): PackedColumn {
  if (guidFields.has(id)) return packGuids(values);
  switch (getField(id).kind) {
    case 'rating':
    case 'country':
    case 'text':
      return packTexts(values);
    default:
      return values.some((value) => typeof value === 'string') ? packTexts(values) : packNumbers(values);
  }
}

function packNumbers(values: readonly FieldValue[]): PackedColumn {
  return {
    type: 'numbers',
    values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
  };
}

function packTexts(values: readonly FieldValue[]): PackedColumn {
  const codes = new Map<string, number>();
  const packed = Uint32Array.from(values, (value) => {
    if (typeof value !== 'string') return 0;
    const code = codes.get(value) ?? codes.size + 1;
    codes.set(value, code);
    return code;
  });
  return { type: 'texts', codes: packed, texts: [...codes.keys()] };
}

function packGuids(values: readonly FieldValue[]): PackedColumn {
  const bytes = new Uint8Array(values.length * 16);
  values.forEach((value, row) => {
    if (typeof value !== 'string') return;
    const digits = value.replaceAll('-', '');
    for (let i = 0; i < 16; i += 1) bytes[row * 16 + i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
  });
  return { type: 'guids', bytes };
}

function formatGuid(bytes: Uint8Array): string | null {
  if (bytes.every((byte) => byte === 0)) return null;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

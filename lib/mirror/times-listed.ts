import type { FieldValue } from '#lib/loan/field.ts';
import { readGuidHead } from './guid-columns.ts';
import { joinGuidChunks, readGuid } from './guid-rows.ts';
import type { MirrorReader } from './mirror-disk.ts';
import { countRows } from './table.ts';
import { createColumnReader } from './update-column.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** How often each of some loan parts was seen listed before: among the listings that ended, and among those just gone. */
export async function countEarlierListings(
  loanPartIds: ReadonlySet<string>,
  gone: Iterable<Values>,
  reader: MirrorReader,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const note = (loanPartId: FieldValue | undefined, times: FieldValue | undefined): void => {
    if (typeof loanPartId !== 'string' || !loanPartIds.has(loanPartId)) return;
    // What was trimmed from the history is still counted in what came after it.
    const counted = typeof times === 'number' ? times : 1;
    counts.set(loanPartId, Math.max(counts.get(loanPartId) ?? 0, counted));
  };
  for (const values of gone) note(values['loanPartId'], values['timesListed']);

  const head = (await reader.readHeads()).get('ended-listings');
  if (head === undefined || loanPartIds.size === 0) return counts;
  const columns = await reader.readColumns('ended-listings', [
    'loanPartId#head',
    'loanPartId#tail',
    'timesListed',
  ]);
  const rows = countRows(head);
  const parts = joinGuidChunks(
    columns.get('loanPartId#head') ?? [],
    columns.get('loanPartId#tail') ?? [],
    rows,
  );
  const readTimes = createColumnReader(columns.get('timesListed') ?? []);
  const heads = new Set([...loanPartIds].map(readGuidHead));
  for (let row = 0; row < rows; row += 1) {
    if (heads.has(parts.heads[row])) note(readGuid(parts, row), readTimes(row));
  }
  return counts;
}

import { appendRows } from './append-rows.ts';
import { createArrivalsBuilder, type Arrivals } from './arrivals.ts';
import { isDoubtful } from './doubt.ts';
import type { ItemField } from './item-values.ts';
import { joinPages } from './join-pages.ts';
import type { MirrorChanges, MirrorReader, MirrorWriter, StagedPage } from './mirror-disk.ts';
import { toEventRow } from './mirror-event.ts';
import type { PullOutcome } from './pull-outcome.ts';
import { measureAll } from './read-packed.ts';
import { readItems } from './read-items.ts';
import { tableSpecs, type PulledTable } from './table-specs.ts';
import { countRows } from './table.ts';
import { updateTable } from './update-table.ts';

/** What is pulled. */
export interface PullRequest {
  table: PulledTable;
  /** The operation of the API, as the head tells it. */
  source: string;
  /** The account whose rows these are; null for what is the same for everybody. */
  owner: string | null;
  fields: readonly ItemField[];
}

/** What a pull needs from outside. */
export interface PullPorts {
  mirror: MirrorReader & MirrorWriter;
  /** Epoch ms. */
  now(): number;
  /** The bytes of one page of the list; pages count from 1. */
  fetchPage(page: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Tells how much came so far; called often. */
  report(received: number, total: number | null): void;
}

/** How long pages that wait for the next are of use, in ms. */
export const stagedFor = 10 * 60_000;

/**
 * Pulls a whole list of the API into its table. The bodies are read as streams and become packed columns at once, so
 * that little more than those is held. The table is left alone until all pages are there; then it is compared, and everything that
 * follows is written in one transaction. Pages before the last are kept on disk, and a pull that broke off goes on behind them.
 * Throws `nonsense` when an answer is cut off or no list, `aborted`, `disk-full`, and what the ports throw; the table is as
 * it was then.
 */
export async function pullTable(
  request: PullRequest,
  ports: PullPorts,
  signal: AbortSignal,
): Promise<PullOutcome> {
  const { table } = request;
  const { mirror } = ports;
  const at = ports.now();
  const pages = await takeUp(request, ports);
  let received = sum(pages, (page) => page.received);
  let total: number | null = null;

  for (let page = pages.length + 1; page === 1 || total === null || received < total; page += 1) {
    const builder = createArrivalsBuilder(request.fields, tableSpecs[table].key);
    const body = await ports.fetchPage(page, signal);
    total = await readItems(
      body,
      (items, count) => {
        builder.add(items);
        ports.report(received + builder.received(), count);
      },
      signal,
      builder.readItem,
    );
    const arrived = builder.finish();
    received += arrived.received;
    pages.push({ table, page, at: ports.now(), owner: request.owner, ...arrived });
    // Nothing came, though more was promised: the list shrank while it was paged.
    if (arrived.received === 0 || total === null || received >= total) break;
    await mirror.stage(pages.at(-1) as StagedPage);
  }
  signal.throwIfAborted();
  return lay(request, mirror, pages, at);
}

/** Pages of a pull that broke off, if they are young enough and without a gap; others are thrown away. */
async function takeUp({ table, owner }: PullRequest, ports: PullPorts): Promise<StagedPage[]> {
  const { mirror } = ports;
  const staged = await mirror.readStaged(table);
  const now = ports.now();
  const usable = staged.every(
    (page, n) => page.page === n + 1 && page.owner === owner && now - page.at < stagedFor,
  );
  if (usable) return [...staged];
  await mirror.unstage(table);
  return [];
}

async function lay(
  { table, source, owner, fields }: PullRequest,
  mirror: MirrorReader & MirrorWriter,
  pages: readonly Arrivals[],
  at: number,
): Promise<PullOutcome> {
  const columns = fields.map(({ name }) => name);
  const chunks = joinPages(pages, columns);
  const head = (await mirror.readHeads()).get(table);
  const update = await updateTable({ table, chunks, columns, at, source, owner }, mirror);
  const arrived = countRows(update.change.head);
  const counts = {
    received: sum(pages, (page) => page.received),
    duplicates: update.matching.duplicates,
    withoutId: sum(pages, (page) => page.withoutId),
    problems: joinProblems(pages),
  };
  if (head !== undefined && !update.first && isDoubtful(table, head, arrived)) {
    const doubted: MirrorChanges = {
      tables: [{ head: { ...head, doubted: arrived }, reset: false, columns: new Map(), dropBefore: 0 }],
      unstage: [table],
    };
    await mirror.commit(doubted);
    return { ...counts, ...nothing, result: 'doubted', rows: countRows(head), first: false };
  }
  const appended = await appendRows(mirror, 'events', update.events.map(toEventRow), at);
  const tables = [update.change, ...(appended === undefined ? [] : [appended])];
  await mirror.commit({
    tables,
    vanished: { put: update.vanished, remove: update.returned.map(({ id }) => ({ table, id })) },
    unstage: [table],
  });
  return {
    ...counts,
    result: 'taken',
    rows: arrived,
    first: update.first,
    arrived: update.matching.added.length,
    vanished: update.matching.gone.length,
    changed: update.changedRows,
    events: update.events.length,
    bytesWritten: sum(tables, (change) =>
      sum([...change.columns.values()], (written) => measureAll(written.values())),
    ),
  };
}

const nothing = { arrived: 0, vanished: 0, changed: 0, events: 0, bytesWritten: 0 };

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

function joinProblems(pages: readonly Arrivals[]): Record<string, number> {
  const joined: Record<string, number> = {};
  for (const { problems } of pages) {
    for (const [key, count] of Object.entries(problems)) joined[key] = (joined[key] ?? 0) + count;
  }
  return joined;
}

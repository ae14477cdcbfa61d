import type { Clock } from '#lib/base/clock.ts';
import type { BondoraClient } from '#lib/bondora/client.ts';
import type { MarketStatus, PartStatus } from '#lib/messages/market-status.ts';
import type { MirrorReader } from '#lib/mirror/mirror-disk.ts';
import { planCalls } from '#lib/mirror/plan-calls.ts';
import type { Knowledge } from '#lib/mirror/plan-knowledge.ts';
import { countRows, tableNames, type TableHead } from '#lib/mirror/table.ts';
import type { AccountKnowledge } from './mirror-knowledge.ts';
import { ownTables } from './mirror-knowledge.ts';
import type { MirrorRecord, MirrorState } from './mirror-state.ts';
import { noProblem } from './problem.ts';

/** What the status is put together from. */
export interface StatusPorts {
  clock: Clock;
  record: MirrorRecord;
  disk: MirrorReader;
  look(): Promise<Knowledge>;
  account(): Promise<AccountKnowledge>;
  isRunning(): Promise<boolean>;
  measureDetails(): Promise<{ rows: number; bytes: number; at: number | null }>;
  countEventLog(): Promise<number>;
  quotaStatus: BondoraClient['quotaStatus'];
}

/** The mirror as popup and options show it. */
export async function readStatus(ports: StatusPorts): Promise<MarketStatus> {
  const [state, quota, running, knowledge, parts] = await Promise.all([
    ports.record.read(),
    ports.quotaStatus('secondarymarket'),
    ports.isRunning(),
    ports.look(),
    listParts(ports),
  ]);
  const listings = parts.find(({ part }) => part === 'listings');
  const { stoppedUntil } = state;
  return {
    listings: listings?.rows ?? 0,
    pulledAt: listings?.at ?? null,
    parts,
    running,
    progress: running ? findProgress(state) : null,
    plan: planCalls(knowledge).sentences,
    stoppedUntil: stoppedUntil !== null && stoppedUntil > ports.clock.now() ? stoppedUntil : null,
    callsLeft: quota.left,
    callsPerHour: quota.limit,
    nextFreeAt: quota.nextFreeAt,
    ...findProblem(state, running),
  };
}

/** How far the call that is being made has come, from its very start; null when none is. */
export function findProgress({ running }: MirrorState): MarketStatus['progress'] {
  if (running === null) return null;
  return { part: running.task, received: running.received, total: running.total };
}

function findProblem(
  state: MirrorState,
  running: boolean,
): Pick<MarketStatus, 'problem' | 'problemCode' | 'problemEndsAt'> {
  // A call on record that nobody makes broke off when the background died.
  if (state.running?.task === 'listings' && !running) {
    return {
      ...noProblem,
      problem: 'The last pull of the market broke off. The mirror before it is still in use.',
      problemCode: null,
    };
  }
  const { problem, problemCode, problemEndsAt } = state;
  return { problem, problemCode, problemEndsAt };
}

async function listParts(ports: StatusPorts): Promise<PartStatus[]> {
  const [heads, account, details, logged] = await Promise.all([
    ports.disk.readHeads(),
    ports.account(),
    ports.measureDetails(),
    ports.countEventLog(),
  ]);
  const tables = tableNames.flatMap((table): PartStatus[] => {
    const head = heads.get(table);
    if (head === undefined || (ownTables.has(table) && head.owner !== account.id)) return [];
    const { at, source } = head;
    return [{ part: table, rows: countRows(head), at, source, bytes: sumBytes(head) }];
  });
  const { balanceAt, eventLogAt } = account;
  return [
    ...tables,
    ...(details.rows === 0 ? [] : [{ part: 'details' as const, source: 'loanpart/list', ...details }]),
    ...(balanceAt === null
      ? []
      : [{ part: 'balance' as const, rows: 1, at: balanceAt, source: 'account/balance', bytes: 0 }]),
    ...(eventLogAt === null
      ? []
      : [{ part: 'event-log' as const, rows: logged, at: eventLogAt, source: 'eventlog', bytes: 0 }]),
  ];
}

function sumBytes({ columns }: TableHead): number {
  return Object.values(columns).reduce((sum, bytes) => sum + bytes, 0);
}

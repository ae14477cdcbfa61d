import { AppError } from '#lib/base/app-error.ts';
import type { BondoraClient } from '#lib/bondora/client.ts';
import type { LoggedEvent } from '#lib/bondora/event-log.ts';
import { itemFields } from '#lib/bondora/item-fields.ts';
import { getQuota } from '#lib/bondora/quota-table.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type { StoredDetail } from '#lib/mirror/mirror-disk.ts';
import type { PlannedCall } from '#lib/mirror/plan-knowledge.ts';
import { pullTable } from '#lib/mirror/pull-table.ts';
import type { PulledTable } from '#lib/mirror/table-specs.ts';
import type { Records } from '#lib/store/records.ts';
import { resolveAuctions, resolveListings, type ResolvePorts } from './mirror-resolve.ts';
import type { CallCircumstances } from './mirror-runner.ts';

/** What the calls need of the world around them. */
export interface CallPorts extends ResolvePorts {
  client: BondoraClient;
  states: Records;
  activeAccount: () => Promise<AccountId>;
  /** Reads the balance of the active account and keeps it. */
  readBalance(): Promise<unknown>;
  writeDetails: (details: readonly StoredDetail[]) => Promise<void>;
  /** The market was pulled. @param isFirst nothing was there to compare it with */
  notePull: (at: number, isFirst: boolean) => Promise<void>;
}

/** Bondora's log of write calls, as it is kept of one account. */
export interface KeptEventLog {
  /** Epoch ms. */
  at: number;
  /** The newest first. */
  events: readonly LoggedEvent[];
}

const shortWindowMs = 10_000;

/** Where the log of an account is kept. */
export const eventLogKey = (account: AccountId): string => `event-log:${account}`;
const mostLogged = 1000;

type Call<Task extends PlannedCall['task']> = Extract<PlannedCall, { task: Task }>;

/** Makes a call that was planned and writes what came of it. Throws what the API and the disk throw. */
export async function makeCall(
  call: PlannedCall,
  { signal, report }: CallCircumstances,
  ports: CallPorts,
): Promise<void> {
  switch (call.task) {
    case 'balance':
      await ports.readBalance();
      return;
    case 'event-log':
      return readEventLog(ports, signal);
    case 'details':
      return readDetails(call as Call<'details'>, ports, signal);
    case 'ended-listings':
      return resolveListings((call as Call<'ended-listings'>).listingIds, ports, signal);
    case 'ended-auctions':
      return resolveAuctions((call as Call<'ended-auctions'>).auctionIds, ports, signal);
    default:
      return pull(call.task, call.priority, { signal, report }, ports);
  }
}

/** By which operation a table is read, whose rows those are, and as what the head names it. */
const origins = {
  listings: { operation: 'listSecondaryMarket', source: 'secondarymarket', args: {}, isOwn: false },
  'own-listings': {
    operation: 'listSecondaryMarket',
    source: 'secondarymarket?ShowMyItems=true',
    args: { showMyItems: true },
    isOwn: true,
  },
  auctions: { operation: 'listAuctions', source: 'auctions', args: {}, isOwn: false },
  investments: { operation: 'listInvestments', source: 'account/investments', args: {}, isOwn: true },
  bids: { operation: 'listBids', source: 'bids', args: {}, isOwn: true },
} as const satisfies Record<PulledTable, object>;

// Of an auction, own bids are kept with the own bids: the table is the same for everybody.
const ownFields: ReadonlySet<string> = new Set(['userBids', 'userBidAmount']);

async function pull(
  table: PulledTable,
  priority: PlannedCall['priority'],
  { signal, report }: CallCircumstances,
  { client, disk, now, activeAccount, notePull }: CallPorts,
): Promise<void> {
  const { operation, source, args, isOwn } = origins[table];
  const account = await activeAccount();
  const at = now();
  const { result, first } = await pullTable(
    {
      table,
      source,
      owner: isOwn ? account : null,
      fields: itemFields[operation].filter(({ name }) => !ownFields.has(name)),
    },
    {
      mirror: disk,
      now,
      report,
      async fetchPage(pageNr) {
        const { largestPage: pageSize = 1, windowMs } = getQuota(pageQuotas[operation]);
        const response = await client.stream(
          operation,
          { ...args, pageSize, pageNr },
          // For the next page a second is waited; where it would be an hour, the pages so far would be too old by then.
          { signal, priority, when: pageNr > 1 && windowMs <= shortWindowMs ? 'wait' : 'now' },
        );
        // The person turned to another account meanwhile: nobody can tell whose rows these are.
        if (isOwn && (await activeAccount()) !== account) {
          await response.body?.cancel();
          throw new AppError('aborted', 'The account was changed while its data was being read.');
        }
        return response.body ?? new Blob().stream();
      },
    },
    signal,
  );
  if (table !== 'listings') return;
  // What is doubted is told, for nothing else would show it.
  if (result === 'doubted') throw doubtedError();
  await notePull(at, first);
}

function doubtedError(): AppError {
  return new AppError(
    'nonsense',
    'Bondora told of a market so much smaller that it is not believed yet. The mirror before it is still in use.',
    // Whatever is wrong there should have the time to pass before the next pull settles it.
    { data: { restMs: 15 * 60_000 } },
  );
}

const pageQuotas = {
  listSecondaryMarket: 'secondarymarket',
  listAuctions: 'auctions',
  listInvestments: 'account/investments',
  listBids: 'bids',
} as const;

async function readEventLog(
  { client, states, activeAccount, now }: CallPorts,
  signal: AbortSignal,
): Promise<void> {
  const account = await activeAccount();
  const pageSize = getQuota('eventlog').largestPage ?? 1;
  const { items } = await client.listEvents(
    { pageSize, pageNr: 1 },
    { signal, priority: 'sync', when: 'now' },
  );
  if ((await activeAccount()) !== account) return;
  const events = items
    .toSorted((one, other) => (other.eventDate ?? 0) - (one.eventDate ?? 0))
    .slice(0, mostLogged);
  await states.put(eventLogKey(account), { at: now(), events } satisfies KeptEventLog);
}

async function readDetails(
  { loanPartIds, priority }: Call<'details'>,
  { client, writeDetails, now }: CallPorts,
  signal: AbortSignal,
): Promise<void> {
  const { value } = await client.listLoanParts({ ids: loanPartIds }, { signal, priority, when: 'now' });
  const at = now();
  // A part that Bondora does not know is kept as such, so that it is not asked for again and again.
  await writeDetails(loanPartIds.map((loanPartId, n) => ({ loanPartId, at, loanPart: value[n] ?? null })));
}

/** What decides whether the market is pulled without being asked for. Times are epoch ms; null is never. */
export interface PullCircumstances {
  now: number;
  linked: boolean;
  pulledAt: number | null;
  /** When a market page last asked for its rows. */
  lookedAt: number | null;
  callsLeft: number;
}

const minute = 60_000;
// A pull is hundreds of megabytes on a full market, and one of five calls an hour; one call stays for the person.
const oldAfter = 55 * minute;
const inUseFor = 30 * minute;
const callsForThePerson = 1;

/** Whether to pull now: the account is linked, the market is being looked at, and the mirror is old. */
export function isPullDue({ now, linked, pulledAt, lookedAt, callsLeft }: PullCircumstances): boolean {
  return (
    linked &&
    callsLeft > callsForThePerson &&
    lookedAt !== null &&
    now - lookedAt < inUseFor &&
    (pulledAt === null || now - pulledAt > oldAfter)
  );
}

import type { FaultDesk } from './faults.ts';
import type { BidDesk } from './orders/bids.ts';
import type { LoggedCall } from './orders/event-log.ts';
import type { ReportDesk } from './orders/reports.ts';
import type { TradeDesk } from './orders/trades.ts';
import type { QuotaDesk } from './quotas.ts';
import type { RequestLog } from './request-log.ts';
import type { SiteSettings } from './site/settings.ts';
import type { TokenDesk } from './tokens.ts';
import type { SandboxClock } from './world/clock.ts';
import type { World } from './world/world.ts';

/** What every part of the server works with. */
export interface SandboxContext {
  readonly world: World;
  readonly clock: SandboxClock;
  readonly tokens: TokenDesk;
  readonly quotas: QuotaDesk;
  readonly faults: FaultDesk;
  readonly requests: RequestLog;
  readonly bids: BidDesk;
  readonly trades: TradeDesk;
  readonly reports: ReportDesk;
  /** Write calls, as the API's event log tells them. */
  readonly eventLog: LoggedCall[];
  readonly site: SiteSettings;
}

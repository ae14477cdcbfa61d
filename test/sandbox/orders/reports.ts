import { createRandom } from '../world/random.ts';
import type { World } from '../world/world.ts';

/** Kinds that can be ordered: 3 planned payments, 4 repayments, 6 ended listings, 7 statement, 8 investments. */
export const reportTypes = [3, 4, 6, 7, 8] as const;
type ReportType = (typeof reportTypes)[number];

/** A report that an investor ordered. Moments are epoch milliseconds. */
export interface Report {
  index: number;
  investor: number;
  type: ReportType;
  from: number;
  to: number;
  createdAt: number;
  /** Undefined while it is being made. */
  generatedAt: number | undefined;
}

export interface ReportDesk {
  readonly reports: readonly Report[];
  order(investor: number, type: ReportType, from: number, to: number): Report;
  /** Whether the report is so young that asking for it finds nothing. */
  isHidden(report: Report): boolean;
}

const hiddenMs = 1500;

/** Reports take from 20 to 90 seconds of the world's time. */
export function createReportDesk(world: World): ReportDesk {
  const reports: Report[] = [];
  return {
    reports,
    order(investor, type, from, to) {
      const report: Report = {
        index: reports.length,
        investor,
        type,
        from,
        to,
        createdAt: world.now(),
        generatedAt: undefined,
      };
      reports.push(report);
      const random = createRandom(world.seed, 'report', report.index);
      world.agenda.add(world.now() + random.int(20_000, 90_000), () => {
        report.generatedAt = world.now();
      });
      return report;
    },
    isHidden: (report) => world.now() < report.createdAt + hiddenMs,
  };
}

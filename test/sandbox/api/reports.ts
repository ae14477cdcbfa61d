import type { SandboxContext } from '../context.ts';
import { reportTypes, type Report } from '../orders/reports.ts';
import { createGuid, findGuidIndex } from '../world/guid.ts';
import type { World } from '../world/world.ts';
import { readBody } from './body.ts';
import { parseInstant, writeInstant } from './dot-net-dates.ts';
import type { ApiCall, Endpoint } from './endpoints.ts';
import { answer, answerProblem, writeJson } from './envelope.ts';
import { createReportRows } from './report-rows.ts';

const dayMs = 86_400_000;

/** Ordering and fetching reports. */
export function listReportEndpoints(context: SandboxContext): Endpoint[] {
  const { world, reports } = context;
  return [
    {
      method: 'GET',
      path: 'reports',
      scope: 'ReportRead',
      handle({ token }) {
        const own = reports.reports.filter((report) => report.investor === token.investor);
        return writeJson({
          Count: own.length,
          Payload: own.map((report) => createReportItem(world, report)),
          Success: true,
          Errors: null,
        });
      },
    },
    { method: 'POST', path: 'report', scope: 'ReportCreate', handle: (call) => order(context, call) },
    {
      method: 'GET',
      path: 'report/{id}',
      scope: 'ReportRead',
      handle({ param, token }) {
        const id = param('id');
        const report = reports.reports[findGuidIndex(world.seed, 'report', id) ?? -1];
        if (!report || report.investor !== token.investor || reports.isHidden(report)) {
          return answerProblem({ status: 404, message: `Report with Id ${id} is not found`, details: id });
        }
        const rows = report.generatedAt === undefined ? [] : createReportRows(world, report);
        return writeJson({
          Count: rows.length,
          Payload: { Result: rows, ...createReportItem(world, report) },
          Success: true,
          Errors: null,
        });
      },
    },
  ];
}

async function order({ world, reports }: SandboxContext, call: ApiCall): Promise<Response> {
  const body = await readBody(call.http);
  if (body instanceof Response) return body;
  const wanted = Number(body['ReportType']);
  const type = reportTypes.find((known) => known === wanted);
  if (type === undefined) {
    return answerProblem({ status: 400, message: `Report Type '${wanted}' is not supported` });
  }
  const from = readMoment(body['PeriodStart']);
  const to = readMoment(body['PeriodEnd']);
  const fault =
    from === undefined
      ? 'PeriodStart'
      : to === undefined
        ? 'PeriodEnd'
        : from < Date.UTC(2008, 11, 31, 21)
          ? 'PeriodStart'
          : to > world.now() + 20 * 366 * dayMs || to < from || to - from > 731 * dayMs
            ? 'PeriodEnd'
            : undefined;
  if (fault !== undefined || from === undefined || to === undefined) {
    return answerProblem({ status: 400, message: 'The period is not valid', details: fault ?? null });
  }
  const report = reports.order(call.token.investor, type, from, to);
  return answer({ ReportId: createGuid(world.seed, 'report', report.index) }, 202);
}

function readMoment(value: unknown): number | undefined {
  return typeof value === 'string' ? parseInstant(value) : undefined;
}

function createReportItem(world: World, report: Report) {
  return {
    ReportId: createGuid(world.seed, 'report', report.index),
    CreatedOn: writeInstant(report.createdAt),
    GeneratedOn: writeInstant(report.generatedAt),
    PeriodStart: writeInstant(report.from),
    PeriodEnd: writeInstant(report.to),
    ReportType: report.type,
  };
}

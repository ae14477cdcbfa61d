import { formatDay } from '#lib/base/day.ts';
import type { World } from '../world/world.ts';
import { listMonthFlows, type MonthFlow } from './cash-flow.ts';
import { cashFlowColumns, writeCashFlowTable } from './cash-flow-table.ts';
import { writeMonth } from './formats.ts';
import { writeFrame, type FrameOptions } from './frame.ts';
import { say, words } from './languages.ts';
import type { PageWriting } from './page-writing.ts';

/** `/{lang}/cashflow`: two months and a button; a script asks for the result. `content` puts it there at once. */
export function writeCashFlowPage(
  world: World,
  address: URL,
  how: PageWriting,
  frame: FrameOptions,
  content = '',
): string {
  const { language, prefix, variant } = how;
  const { first, last } = readPeriod(world, address);
  const years = Array.from({ length: 12 }, (_, back) => Number(formatDay(world.today()).slice(0, 4)) - back);
  const choose = (name: string, month: string): string =>
    `<div><select class="form-control" id="${name}Month" name="${name}Month">${writeOptions(
      Array.from({ length: 12 }, (_, at) => [at + 1, writeMonth(at + 1, language)]),
      Number(month.slice(5)),
    )}</select><select class="form-control" id="${name}Year" name="${name}Year">${writeOptions(
      years.map((year) => [year, String(year)]),
      Number(month.slice(0, 4)),
    )}</select></div>`;
  const source = `/${prefix}/cashflow/searchcashflow`;
  return writeFrame(
    { ...frame, title: say(words.cashFlow, language), look: variant.look },
    `<div class="panel"><form class="period" id="cashflow-search">${choose('Start', first)}${choose('End', last)}<div><button type="button" class="btn btn-primary" id="search-cashflow">${say(words.show, language)}</button></div><div><a class="btn btn-default" href="${source}?${writePeriod(first, last)}&amp;downloadExcel=true">Excel</a></div></form></div>
<div class="heading"><h3>${say(words.cashFlow, language)}</h3></div>
<div class="table-responsive" id="cashflow-content" data-source="${source}">${content}</div>`,
  );
}

/** `/{lang}/cashflow/searchcashflow`: the result, without frame. */
export function writeCashFlowPart(world: World, investor: number, address: URL, how: PageWriting): string {
  return writeCashFlowTable(findFlows(world, investor, address), how);
}

/** The same as a table of the address's months in a text that a spreadsheet opens. */
export function writeCashFlowSheet(world: World, investor: number, address: URL, how: PageWriting): string {
  const lines = findFlows(world, investor, address).map((flow) =>
    [flow.month, ...cashFlowColumns.map(([, read]) => read(flow).toFixed(2))].join(';'),
  );
  const heads = ['', ...cashFlowColumns.map(([wording]) => say(wording, how.language))].join(';');
  return [heads, ...lines, ''].join('\r\n');
}

/** The months that an address asks for, from the first to the last in which anything happened or is due. */
export function findFlows(world: World, investor: number, address: URL): MonthFlow[] {
  const person = world.investors[investor];
  const { first, last } = readPeriod(world, address);
  if (!person) return [];
  return listMonthFlows(world, person, first, last).filter(
    (flow) => flow.days.length > 0 || flow.plannedPrincipal > 0 || flow.deployed !== 0 || flow.invested !== 0,
  );
}

/** `StartYear`, `StartMonth`, `EndYear`, `EndMonth`; the last half year and the next where they are missing. */
function readPeriod(world: World, { searchParams }: URL): { first: string; last: string } {
  const today = formatDay(world.today());
  const read = (name: string, monthsFromNow: number): string => {
    const year = Number(searchParams.get(`${name}Year`) ?? today.slice(0, 4));
    const given = searchParams.get(`${name}Month`);
    const month = given === null ? Number(today.slice(5, 7)) + monthsFromNow : Number(given);
    if (!Number.isInteger(year) || !Number.isInteger(month)) throw new RangeError('No such month.');
    return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);
  };
  return { first: read('Start', -5), last: read('End', 1) };
}

function writePeriod(first: string, last: string): string {
  const write = (name: string, month: string): string =>
    `${name}Year=${month.slice(0, 4)}&amp;${name}Month=${Number(month.slice(5))}`;
  return `${write('Start', first)}&amp;${write('End', last)}`;
}

function writeOptions(options: readonly (readonly [number, string])[], chosen: number): string {
  return options
    .map(([value, text]) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${text}</option>`)
    .join('');
}

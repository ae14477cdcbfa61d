import { formatValue } from '#components/values/format-value.ts';
import { rawValue } from '#components/values/raw-value.ts';
import { dayInTallinn, formatDay } from '#lib/base/day.ts';
import type { FieldKind } from '#lib/loan/field.ts';
import type { OverlayCashFlow, OverlayMonth } from './page-readers.ts';
import type { PageSession, SessionParts } from './page-session.ts';
import { eraseCells } from './row-writer.ts';

/** A column that is added to the cash flow. */
interface MonthColumn {
  id: string;
  title: string;
  hint: string;
  kind: FieldKind;
  value: (received: number, planned: number) => number | null;
}

const columns: readonly MonthColumn[] = [
  {
    id: 'receivedOfPlanned',
    title: 'Received of planned',
    hint: 'Principal and interest received, as a share of what was planned for the same time.',
    kind: 'rate',
    value: (received, planned) => (planned > 0 ? received / planned : null),
  },
  {
    id: 'receivedMinusPlanned',
    title: 'Received − planned',
    hint: 'Principal and interest received, less what was planned for the same time.',
    kind: 'money',
    value: (received, planned) => received - planned,
  },
];

/**
 * Adds to each month of the cash flow how much of what was planned did arrive: only where both sums are surely read and the
 * month has begun. Totals get none.
 */
export function createCashFlowSession(
  { watch, clock, onSettled }: SessionParts,
  readCashFlow: () => OverlayCashFlow | undefined,
): PageSession {
  let shown: OverlayCashFlow | undefined;
  let written = '';
  let isOn = false;

  const show = (): void => {
    const found = isOn ? readCashFlow() : undefined;
    const today = formatDay(dayInTallinn(clock.now()));
    const months = found?.months.filter((month) => isTold(month, today)) ?? [];
    const next = months.length === 0 ? undefined : found;
    const spelled = JSON.stringify(
      months.map(({ period, received, planned }) => [period, received, planned]),
    );
    const isSame =
      next?.element === shown?.element && spelled === written && (next === undefined || isWhole(next));
    if (!isSame) {
      watch.write(() => {
        erase();
        if (next !== undefined) write(next, new Set(months));
      });
      shown = next;
      written = spelled;
      watch.follow(next ?? null);
    }
    onSettled();
  };
  const erase = (): void => {
    for (const row of shown?.element.rows ?? []) eraseCells(row);
  };

  return {
    setPreferences(next) {
      isOn = next.columns.on;
      show();
    },
    takeChanges: show,
    showView: () => undefined,
    refresh: () => undefined,
    showNote: () => undefined,
    notice: () => undefined,
    freeze: () => undefined,
    remove: () => watch.write(erase),
  };
}

function isTold({ period, received, planned }: OverlayMonth, today: string): boolean {
  return period !== null && received !== null && planned !== null && period <= today.slice(0, period.length);
}

function isWhole({ element }: OverlayCashFlow): boolean {
  return [...element.rows].every((row) => row.querySelector('.bondlens-cell') !== null);
}

function write({ element, head, look }: OverlayCashFlow, told: ReadonlySet<OverlayMonth>): void {
  const months = new Map([...told].map((month) => [month.element, month]));
  for (const row of element.rows) {
    const month = months.get(row);
    row.append(
      ...columns.map((column) => {
        const cell = document.createElement(row === head ? 'th' : 'td');
        cell.className = 'bondlens-cell';
        cell.setAttribute('data-bondlens-column', column.id);
        if (row === head) {
          cell.append(column.title);
          cell.title = column.hint;
        } else if (month !== undefined) {
          const value = column.value(month.received ?? 0, month.planned ?? 0);
          cell.append(
            formatValue(value, column.kind, look, { signed: column.kind === 'money', decimals: 0 }),
          );
          cell.setAttribute('data-value', rawValue(value));
        }
        return cell;
      }),
    );
  }
}

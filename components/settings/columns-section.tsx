import type { ComponentChild } from 'preact';
import { FilterList } from '#components/overlay/editor/filter-list.tsx';
import { ViewList } from '#components/overlay/editor/view-list.tsx';
import { useNow } from '#components/queries/use-now.ts';
import { usePreferences } from '#components/queries/use-preferences.ts';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import { dayInTallinn } from '#lib/base/day.ts';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import { changeCurrentView, readCurrentView } from '#lib/views/current-view.ts';
import type { View } from '#lib/views/view.ts';
import { ColumnList } from './column-list.tsx';
import { FormulaColumns } from './formula-columns.tsx';

/** What is laid over the tables: the view, its columns, those of the user's own, its filters. Each change is kept at once. */
export function ColumnsSection(props: {
  report: Report;
  copy: (text: string) => Promise<void>;
}): ComponentChild {
  const { report, copy } = props;
  const { preferences, change } = usePreferences();
  const today = dayInTallinn(useNow());
  const tell = async (made: ReturnType<typeof change>, done?: string): Promise<boolean> => {
    const error = await made;
    if (error !== null) report({ failed: error.message });
    else if (done !== undefined) report({ done });
    return error === null;
  };
  const keep = (make: (view: View) => Partial<View>, done?: string): Promise<boolean> =>
    tell(
      change((now) => changeCurrentView(now, make)),
      done,
    );
  const view = preferences && readCurrentView(preferences);
  return (
    <Section
      id="columns"
      title="Columns and filter"
      intro="Changes take effect at once on every open page of Bondora’s. Views, filters and widths can be changed above the table itself, too."
    >
      {preferences === undefined || view === undefined ? null : (
        <>
          <div class="step editor">
            <h3>View</h3>
            <ViewList preferences={preferences} onChange={(make) => void tell(change(make))} copy={copy} />
          </div>
          <ColumnList
            view={view}
            report={report}
            onChange={(shown) => void keep(({ columns }) => ({ columns: arrange(columns, shown) }))}
          />
          <FormulaColumns key={preferences.current.id} view={view} keep={keep} />
          <div class="step editor">
            <h3>Filters</h3>
            <FilterList
              key={preferences.current.id}
              view={view}
              today={today}
              onChange={(make) => void keep(({ filters }) => ({ filters: make(filters) }))}
            />
          </div>
        </>
      )}
    </Section>
  );
}

/** Shown columns in another order; those that stay keep their width. */
function arrange(columns: View['columns'], shown: readonly AddedColumnId[]): View['columns'] {
  return shown.map((id) => columns.find((column) => column.id === id) ?? { id, width: null });
}

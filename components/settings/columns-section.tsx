import type { ComponentChild } from 'preact';
import { usePreferences } from '#components/queries/use-preferences.ts';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import type { AddedColumnId } from '#lib/views/column-ids.ts';
import { changeCurrentView, readCurrentView } from '#lib/views/current-view.ts';
import { firstFormulaColumn } from '#lib/views/shipped-views.ts';
import { changeSingleFilter, readSingleFilter } from '#lib/views/single-filter.ts';
import type { FormulaColumn, View } from '#lib/views/view.ts';
import { ColumnList } from './column-list.tsx';
import { FilterEffect } from './filter-effect.tsx';
import { FormulaColumnForm } from './formula-column-form.tsx';

/** What is laid over the tables: columns, the user's own column, and what a filter does. Each change is kept at once. */
export function ColumnsSection({ report }: { report: Report }): ComponentChild {
  const { preferences, change } = usePreferences();
  const keep = async (make: (view: View) => Partial<View>, done?: string): Promise<boolean> => {
    const error = await change((now) => changeCurrentView(now, make));
    if (error !== null) report({ failed: error.message });
    else if (done !== undefined) report({ done });
    return error === null;
  };
  const view = preferences && readCurrentView(preferences);
  return (
    <Section
      id="columns"
      title="Columns and filter"
      intro="Changes take effect at once on every open page of Bondora’s. The filter’s formula is written above the table itself."
    >
      {view === undefined ? null : (
        <>
          <ColumnList
            view={view}
            report={report}
            onChange={(shown) => void keep(({ columns }) => ({ columns: arrange(columns, shown) }))}
          />
          <FormulaColumnForm
            kept={view.formulaColumns[0] ?? firstFormulaColumn}
            onChange={(column) =>
              keep((now) => ({ formulaColumns: put(now.formulaColumns, column) }), 'Your column is saved.')
            }
          />
          <FilterEffect
            effect={readSingleFilter(view).effect}
            onChange={(effect) => void keep((now) => changeSingleFilter(now, { effect }))}
          />
        </>
      )}
    </Section>
  );
}

/** Shown columns in another order; those that stay keep their width. */
function arrange(columns: View['columns'], shown: readonly AddedColumnId[]): View['columns'] {
  return shown.map((id) => columns.find((column) => column.id === id) ?? { id, width: null });
}

/** Columns with one of them changed, or added. */
function put(columns: View['formulaColumns'], column: FormulaColumn): View['formulaColumns'] {
  return columns.some(({ id }) => id === column.id)
    ? columns.map((one) => (one.id === column.id ? column : one))
    : [...columns, column];
}

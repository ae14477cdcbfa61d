import type { ComponentChild } from 'preact';
import { usePreferences } from '#components/queries/use-preferences.ts';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import type { Preferences } from '#lib/views/preferences.ts';
import { ColumnList } from './column-list.tsx';
import { FilterEffect } from './filter-effect.tsx';
import { FormulaColumnForm } from './formula-column-form.tsx';

/** What is laid over the tables: columns, the user's own column, and what a filter does. Each change is kept at once. */
export function ColumnsSection({ report }: { report: Report }): ComponentChild {
  const { preferences, change } = usePreferences();
  const keep = async (make: (now: Preferences) => Partial<Preferences>, done?: string): Promise<boolean> => {
    const error = await change(make);
    if (error !== null) report({ failed: error.message });
    else if (done !== undefined) report({ done });
    return error === null;
  };
  return (
    <Section
      id="columns"
      title="Columns and filter"
      intro="Changes take effect at once on every open page of Bondora’s. The filter’s formula is written above the table itself."
    >
      {preferences === undefined ? null : (
        <>
          <ColumnList
            preferences={preferences}
            report={report}
            onChange={(shown) => void keep(({ columns }) => ({ columns: { ...columns, shown } }))}
          />
          <FormulaColumnForm
            kept={preferences.formulaColumn}
            onChange={(formulaColumn) => keep(() => ({ formulaColumn }), 'Your column is saved.')}
          />
          <FilterEffect
            effect={preferences.filter.effect}
            onChange={(effect) => void keep(({ filter }) => ({ filter: { ...filter, effect } }))}
          />
        </>
      )}
    </Section>
  );
}

import type { ComponentChild } from 'preact';
import type { FormulaColumnId } from '#lib/views/column-ids.ts';
import { findFreeId } from '#lib/views/current-view.ts';
import { firstFormulaColumn } from '#lib/views/shipped-views.ts';
import { viewLimits, type FormulaColumn, type View } from '#lib/views/view.ts';
import { FormulaColumnForm } from './formula-column-form.tsx';

/** The user's own columns of a view: changed, added, taken out. */
export function FormulaColumns(props: {
  view: View;
  keep: (make: (view: View) => Partial<View>, done?: string) => Promise<boolean>;
}): ComponentChild {
  const { view, keep } = props;
  const { formulaColumns } = view;
  const add = (): void =>
    void keep((now) => {
      const taken = new Set<string>(now.formulaColumns.map(({ id }) => id));
      const id: FormulaColumnId = taken.has('formula') ? findFreeId('formula', taken) : 'formula';
      const column = { ...firstFormulaColumn, id, title: `My column ${taken.size + 1}` };
      return {
        formulaColumns: [...now.formulaColumns, column],
        columns: [...now.columns, { id, width: null }],
      };
    }, 'A column of your own was added.');
  return (
    <>
      {formulaColumns.map((column) => (
        <FormulaColumnForm
          key={column.id}
          kept={column}
          onChange={(next) =>
            keep((now) => ({ formulaColumns: put(now.formulaColumns, next) }), 'Your column is saved.')
          }
          onRemove={() => void keep((now) => without(now, column.id), 'Your column is gone.')}
        />
      ))}
      <p>
        <button
          type="button"
          id="formula-add"
          class="bl-button"
          disabled={formulaColumns.length >= viewLimits.formulaColumns}
          onClick={add}
        >
          Add a column of your own
        </button>
      </p>
    </>
  );
}

function put(columns: View['formulaColumns'], column: FormulaColumn): View['formulaColumns'] {
  return columns.map((one) => (one.id === column.id ? column : one));
}

function without({ formulaColumns, columns, sort }: View, id: FormulaColumnId): Partial<View> {
  return {
    formulaColumns: formulaColumns.filter((column) => column.id !== id),
    columns: columns.filter((column) => column.id !== id),
    sort: sort.filter(({ column }) => column !== id),
  };
}

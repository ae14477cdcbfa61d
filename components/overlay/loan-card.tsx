import type { ComponentChild } from 'preact';
import type { NoteMark } from '#components/notes/note-mark.ts';
import { formatAge } from '#components/values/format-age.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { ValueLook } from '#components/values/value-look.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { isFormulaColumnId } from '#lib/views/column-ids.ts';
import type { AddedColumn } from '#lib/views/columns/column.ts';
import { findTone } from './cell-tone.ts';
import type { ComputedRow } from './computed-rows.ts';
import { nameVerdict, verdictNames } from './name-verdict.ts';
import { PrivateText } from './editor/private-text.tsx';

/** What the card over a loan's page shows. */
export interface CardState {
  row: ComputedRow;
  /** One for each value of the row. */
  columns: readonly AddedColumn[];
  /** null where notes are switched off. */
  mark: NoteMark | null;
  look: ValueLook;
  /** When the local market was pulled (epoch ms), where values come from it. */
  at: number | null;
  notice: string | null;
}

/** The card above the schedule: the loan's note, what the view's columns say of it, and whether it fits the filter. */
export function LoanCard(props: {
  state: CardState;
  viewName: string;
  now: number;
  onNote: (opener: HTMLElement) => void;
  onWhy: (opener: HTMLElement) => void;
}): ComponentChild {
  const { state, viewName, now, onNote, onWhy } = props;
  const { row, columns, mark, look, notice } = state;
  const verdict = row.judgement === null ? null : nameVerdict(row.judgement);
  return (
    <section class="card" aria-label="Bondlens: this loan">
      <header>
        {mark === null ? null : (
          <button
            type="button"
            class={`note ${mark.look}`}
            data-colour={mark.colour}
            disabled={mark.look === 'waiting' || mark.look === 'unsure'}
            onClick={(event) => onNote(event.currentTarget)}
          >
            <i aria-hidden="true" />
            {mark.look === 'note' || mark.look === 'draft' ? <PrivateText text={mark.label} /> : mark.label}
          </button>
        )}
        {verdict === null ? null : (
          <button
            type="button"
            class={`why ${verdict}`}
            title={verdictNames[verdict]}
            onClick={(event) => onWhy(event.currentTarget)}
          >
            <i aria-hidden="true" />
            {verdictNames[verdict]}
          </button>
        )}
        <span class="view">
          View: <PrivateText text={viewName} />
        </span>
      </header>
      <dl tabIndex={0} aria-label="Columns of the view">
        {columns.map((column, i) => {
          const value = row.values[i] ?? null;
          const hint = row.hints[i] ?? column.hint;
          const text = spell(column, value, look);
          const isOwn = isFormulaColumnId(column.id) || column.isPrivate === true;
          return (
            <div key={column.id} title={isOwn ? undefined : hint}>
              <dt>{isOwn ? <PrivateText text={column.title} /> : column.title}</dt>
              <dd data-tone={findTone(column.id, value)} data-column={column.id}>
                {column.holdsPrivate === true ? <PrivateText text={text} /> : text}
              </dd>
            </div>
          );
        })}
      </dl>
      <p>
        {notice === null ? null : <b>{notice} </b>}
        {row.knowledge?.record
          ? `From the one row of this loan in your local market${state.at === null ? '' : `, ${formatAge(now - state.at)} old at most`}, and from this page.`
          : 'From this page alone: in your local market, no single row is surely about it.'}
      </p>
    </section>
  );
}

function spell(column: AddedColumn, value: FieldValue, look: ValueLook): string {
  const word = typeof value === 'number' ? column.labels?.[value] : undefined;
  const { decimals } = column;
  return word ?? formatValue(value, column.kind, look, { signed: column.id === 'discount', decimals });
}

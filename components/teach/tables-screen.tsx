import type { ComponentChild } from 'preact';
import { taughtKindNames } from '#lib/views/describe-taught.ts';
import type { TaughtKind, TaughtPage } from '#lib/views/taught-page.ts';
import { walkList } from './walk-list.ts';
import type { PointedTable } from './teaching-page.ts';

/** Kinds of page whose tables are lists of loans. */
const listKinds: readonly TaughtKind[] = ['secondary-market', 'primary-market', 'investments'];

/** The first step: which table is meant, and what kind of page it stands on. */
export function TablesScreen(props: {
  tables: readonly PointedTable[];
  kind: TaughtKind;
  /** What was taught of this address before. */
  taught: readonly TaughtPage[];
  /** A date in words. */
  formatDate: (at: number) => string;
  onKind: (kind: TaughtKind) => void;
  onLook: (table: PointedTable | null) => void;
  onTable: (table: PointedTable) => void;
  onForget: (page: TaughtPage) => void;
  onCopy: (page: TaughtPage) => void;
  onPaste: () => void;
  onReport: () => void;
}): ComponentChild {
  const { tables, kind, taught, formatDate, onKind, onLook, onTable, onForget, onCopy } = props;
  return (
    <>
      {taught.map((page) => (
        <div class="known" key={page.id}>
          <p>
            You showed Bondlens a table of {page.headers.length} columns here on {formatDate(page.taughtAt)}.
          </p>
          <div class="line">
            <button type="button" onClick={() => onForget(page)}>
              Forget
            </button>
            <button type="button" onClick={() => onCopy(page)}>
              Copy as text
            </button>
          </div>
        </div>
      ))}
      <p>
        {tables.length === 0
          ? 'There is no table on this page that could be a list of loans. When the page has shown its list, open this again.'
          : 'Click the table of loans on the page, or choose it here.'}
      </p>
      {tables.length === 0 ? null : (
        <ul class="tables" aria-label="Tables of this page" onKeyDown={walkList}>
          {tables.map((table, at) => (
            <li key={at}>
              <button
                type="button"
                autofocus={at === 0}
                onFocus={() => onLook(table)}
                onBlur={() => onLook(null)}
                onPointerEnter={() => onLook(table)}
                onPointerLeave={() => onLook(null)}
                onClick={() => onTable(table)}
              >
                <b>{tellHeaders(table)}</b>
                <small>
                  {table.headers.length} {table.headers.length === 1 ? 'column' : 'columns'}, {table.rows}{' '}
                  {table.rows === 1 ? 'row' : 'rows'}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <fieldset>
        <legend>What the table lists</legend>
        <div class="choices">
          {listKinds.map((one) => (
            <label key={one}>
              <input type="radio" name="kind" checked={kind === one} onChange={() => onKind(one)} />
              {taughtKindNames[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="line foot">
        <button type="button" class="plain" onClick={props.onPaste}>
          Paste a text…
        </button>
        <button type="button" class="plain" onClick={props.onReport}>
          Copy page report…
        </button>
      </div>
    </>
  );
}

function tellHeaders({ headers }: PointedTable): string {
  const named = headers.filter((header) => header !== '');
  const shown = named.slice(0, 4).join(' · ');
  if (shown === '') return 'A table without headers';
  return named.length > 4 ? `${shown} …` : shown;
}

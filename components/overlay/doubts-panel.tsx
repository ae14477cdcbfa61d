import type { ComponentChild } from 'preact';
import type { TeachingStart } from '#components/teach/open-teaching.ts';
import type { Doubt } from './describe-shown.ts';

/** Which columns and rows of the page's table were not understood, and why; offers to be shown what they are. */
export function DoubtsPanel(props: {
  columns: readonly Doubt[];
  /** Why rows could not be read, one sentence each. */
  rows: readonly string[];
  /** Opens the teaching, or the page report, in place of this. */
  onOpen: (start: TeachingStart) => void;
  onClose: () => void;
}): ComponentChild {
  const { columns, rows, onOpen, onClose } = props;
  return (
    <section class="doubts">
      <header>
        <h1>Not understood here</h1>
        <button type="button" class="close" aria-label="Close" autofocus onClick={onClose} />
      </header>
      <p>Nothing is read where Bondlens is not sure. All other columns work as usual.</p>
      <div class="scroll" tabIndex={0} role="group" aria-label="What was not understood">
        <ul>
          {columns.map(({ header, doubt }) => (
            <li key={header}>
              <b>{header}</b>: {doubt}
            </li>
          ))}
          {countAlike(rows).map(([reason, count]) => (
            <li key={reason}>
              <b>{count === 1 ? '1 row' : `${count} rows`}</b>: {reason}
            </li>
          ))}
        </ul>
      </div>
      <footer>
        <button type="button" class="teach" onClick={() => onOpen('teach')}>
          Show Bondlens what is what
        </button>
        <button type="button" class="plain" onClick={() => onOpen('report')}>
          Copy page report…
        </button>
      </footer>
    </section>
  );
}

function countAlike(sentences: readonly string[]): [sentence: string, count: number][] {
  const counts = new Map<string, number>();
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return [...counts];
}

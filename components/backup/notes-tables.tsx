import type { ComponentChild } from 'preact';
import { useBackend } from '#components/queries/backend.ts';
import type { Report } from '#components/ui/report.ts';
import { AppError } from '#lib/base/app-error.ts';
import { longestFile } from '#lib/backup/file-parts.ts';
import type { ImportPreview, NotesForm } from '#lib/messages/backup-protocol.ts';
import { fetchFile } from '#lib/messages/fetch-file.ts';
import { ChooseFile } from './choose-file.tsx';
import { IntakeCard } from './intake-card.tsx';
import { decodeTable, readCsv, writeCsv } from './read-csv.ts';
import { saveFile } from './save-file.ts';
import { useIntake, type IntakeKind } from './use-intake.ts';

const notesTable: IntakeKind<{ account: string | null }, ImportPreview> = {
  async read(file) {
    if (file.size > longestFile)
      throw new AppError('invalid-input', 'This table is too long for Bondlens. Nothing was changed.');
    return JSON.stringify(readCsv(decodeTable(new Uint8Array(await file.arrayBuffer()))));
  },
  preview: (ask, file, options) => ask('import.preview', { file, ...options }),
  takeIn: (ask, file, options) => ask('import.takeIn', { file, ...options }),
  options: { account: null },
};

/** Notes as a table or a text, for people and other programs, and tables of notes taken in. */
export function NotesTables({ report }: { report: Report }): ComponentChild {
  const { ask, clock } = useBackend();
  const intake = useIntake(notesTable);
  const save = async (form: NotesForm): Promise<void> => {
    try {
      const file = await ask('backup.notes', { account: null, form });
      const parts = await fetchFile(ask, file);
      if (form === 'markdown') saveFile(file.name, parts, 'text/markdown', clock);
      else saveFile(file.name, [writeCsv(JSON.parse(parts.join('')) as string[][])], 'text/csv', clock);
      report({ done: `${file.name} is made.` });
    } catch (error) {
      report({ failed: (error as AppError).message });
    }
  };
  const { state } = intake;
  return (
    <div class="step">
      <h3>Notes as a table or a text</h3>
      <p>The notes of the account that is shown. The table can be taken in again; the text is to be read.</p>
      <div class="bl-answers">
        <button type="button" id="save-csv" class="bl-button" onClick={() => void save('rows')}>
          Save as CSV
        </button>
        <button type="button" id="save-markdown" class="bl-button" onClick={() => void save('markdown')}>
          Save as Markdown
        </button>
      </div>
      <ChooseFile
        id="notes-table"
        label="Take in a table (CSV) of loan number, note and tags, with or without a heading"
        accept=".csv,.txt,.tsv,text/csv,text/tab-separated-values"
        onFile={(file) => void intake.choose(file)}
      />
      <IntakeCard id="take-in-table" intake={intake} confirm="Take the notes in">
        {state.step === 'shown' ? <UnreadRows {...state.preview} /> : null}
      </IntakeCard>
    </div>
  );
}

const shown = 50;

function UnreadRows({ unread }: ImportPreview): ComponentChild {
  if (unread.length === 0) return null;
  return (
    <details id="unread-rows" open>
      <summary>
        {unread.length === 1 ? '1 row cannot be read' : `${unread.length} rows cannot be read`} and would be
        left out
      </summary>
      <ul class="change-words">
        {unread.slice(0, shown).map(({ line, why }) => (
          <li key={line}>
            Row {line}: {why}
          </li>
        ))}
        {unread.length > shown ? <li>And {unread.length - shown} more.</li> : null}
      </ul>
    </details>
  );
}

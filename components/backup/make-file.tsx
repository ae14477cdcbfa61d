import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import type { Report } from '#components/ui/report.ts';
import type { AppError } from '#lib/base/app-error.ts';
import { fetchFile } from '#lib/messages/fetch-file.ts';
import { PassphraseField, shortestPassphrase } from './passphrase-field.tsx';
import { saveFile } from './save-file.ts';

/** Makes everything into one file, locked when a passphrase is given. */
export function MakeFile({ report }: { report: Report }): ComponentChild {
  const { ask, clock } = useBackend();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    if (passphrase !== '' && passphrase.length < shortestPassphrase)
      return report({ failed: `A passphrase has at least ${shortestPassphrase} characters.` });
    setBusy(true);
    try {
      const file = await ask('backup.make', { passphrase: passphrase === '' ? null : passphrase });
      saveFile(file.name, await fetchFile(ask, file), 'application/json', clock);
      setPassphrase('');
      report({ done: `${file.name} is made.` });
    } catch (error) {
      report({ failed: (error as AppError).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h3>Make a backup file</h3>
      <p>
        Everything that you made, as one file: notes with their history, tags, views, filters, formulas,
        assumptions, taught pages, settings and the names of your accounts. Never a token or a secret.
      </p>
      <PassphraseField
        id="backup-passphrase"
        label="Passphrase (if you want one)"
        hint="With one the file is locked: nobody can open it without, you included. The passphrase is kept nowhere."
        value={passphrase}
        onInput={setPassphrase}
      />
      <div>
        <button type="submit" id="make-backup" class="bl-button primary" disabled={busy}>
          Make the file
        </button>
      </div>
    </form>
  );
}

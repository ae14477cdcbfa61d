import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { AppError } from '#lib/base/app-error.ts';
import { longestFile } from '#lib/backup/file-parts.ts';
import type { ChangePreview, IntakeWay } from '#lib/messages/backup-protocol.ts';
import { ChooseFile } from './choose-file.tsx';
import { IntakeCard } from './intake-card.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { useIntake, type IntakeKind } from './use-intake.ts';

interface Options {
  way: IntakeWay;
  passphrase: string | null;
}

const backupFile: IntakeKind<Options, ChangePreview> = {
  read(file) {
    if (file.size <= longestFile) return file.text();
    return Promise.reject(
      new AppError('invalid-input', 'This file is too long for a backup of Bondlens. Nothing was changed.'),
    );
  },
  preview: (ask, file, options) => ask('backup.preview', { file, ...options }),
  takeIn: (ask, file, options) => ask('backup.takeIn', { file, ...options }),
  // What can do the least harm.
  options: { way: 'merge', passphrase: null },
};

const ways: readonly { way: IntakeWay; label: string; hint: string }[] = [
  {
    way: 'merge',
    label: 'Merge: add what the file knows and this browser does not',
    hint: 'For two browsers. Deletes only what you deleted in the other one.',
  },
  {
    way: 'restore',
    label: 'Restore: make everything as it is in the file',
    hint: 'What is not in the file is deleted; it can be brought back for 30 days.',
  },
];

/** Takes a backup file in: what it would change is shown before, and can be undone after. */
export function TakeInFile(): ComponentChild {
  const intake = useIntake(backupFile);
  const { state } = intake;
  const [passphrase, setPassphrase] = useState('');
  const chosen = state.step === 'shown' ? state.options : undefined;
  return (
    <div class="step">
      <h3>Take a file in</h3>
      <ChooseFile
        id="backup-file"
        label="Choose a backup file, or drop it here"
        accept=".json,application/json"
        onFile={(file) => {
          setPassphrase('');
          void intake.choose(file);
        }}
      />
      <IntakeCard
        id="take-in"
        intake={intake}
        confirm={chosen?.way === 'restore' ? 'Restore from the file' : 'Merge the file'}
      >
        {state.step === 'locked' ? (
          <form
            class="step"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void intake.look({ ...backupFile.options, passphrase });
            }}
          >
            <PassphraseField
              id="open-passphrase"
              label="Passphrase"
              hint="This file is locked. Enter the passphrase that it was made with."
              value={passphrase}
              onInput={setPassphrase}
            />
            <div class="bl-answers">
              <button type="submit" id="open-backup" class="bl-button primary">
                Open the file
              </button>
              <button type="button" class="bl-button leave" onClick={() => intake.leave()}>
                Close
              </button>
            </div>
          </form>
        ) : chosen === undefined ? null : (
          <fieldset class="choices">
            <legend>What is to be done with it</legend>
            {ways.map(({ way, label, hint }) => (
              <div key={way} class="bl-choice">
                <input
                  type="radio"
                  id={`way-${way}`}
                  name="way"
                  checked={chosen.way === way}
                  aria-describedby={`way-${way}-hint`}
                  onChange={() => void intake.look({ ...chosen, way })}
                />
                <label for={`way-${way}`}>{label}</label>
                <p id={`way-${way}-hint`} class="bl-quiet">
                  {hint}
                </p>
              </div>
            ))}
          </fieldset>
        )}
      </IntakeCard>
    </div>
  );
}

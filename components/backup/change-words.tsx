import type { ComponentChild } from 'preact';
import type { ChangedNote, Difference } from '#lib/backup/difference.ts';
import type { ChangePreview } from '#lib/messages/backup-protocol.ts';

const changes: Readonly<Record<ChangedNote['change'], string>> = {
  added: 'is added',
  changed: 'changes',
  removed: 'is deleted',
  'brought-back': 'is brought back',
  history: 'gets older versions',
};

/** Whether there is nothing to be done. */
export function isNothing({ notes, tags, settings }: Difference): boolean {
  return Object.values(notes).every((count) => count === 0) && tags === 0 && settings.length === 0;
}

/** What would change, or has, in words, with the first of the notes by name. */
export function ChangeWords({ words, difference }: ChangePreview): ComponentChild {
  return (
    <>
      <ul class="change-words">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {difference.examples.length === 0 ? null : (
        <details>
          <summary>Which notes, for example</summary>
          <ul class="change-words">
            {difference.examples.map(({ loan, change, fields }) => (
              <li key={loan}>
                {loan.replace(':', ' ')} {changes[change]}
                {fields.length === 0 ? '' : `: ${fields.join(', ')}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

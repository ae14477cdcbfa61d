import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { Age } from '#components/values/age.tsx';
import type { AccountEntry } from '#lib/messages/protocol.ts';
import { nameSubject } from '#lib/notes/note-key.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import { capitalize } from './note-row.tsx';

/** What was written in editors that are gone, and was never saved: to go on with, or to let go. */
export function LeftDrafts(props: {
  drafts: readonly StoredDraft[];
  accounts: readonly AccountEntry[];
  now: number;
  onUse: (draft: StoredDraft) => void;
  onDiscard: (draft: StoredDraft) => void;
}): ComponentChild {
  const { drafts, accounts, now, onUse, onDiscard } = props;
  const [asked, setAsked] = useState<string | null>(null);
  if (drafts.length === 0) return null;
  const labels = new Map(accounts.map(({ id, label }) => [id, label]));
  return (
    <section id="left-drafts" class="bl-card bl-question" aria-labelledby="left-drafts-title">
      <h2 id="left-drafts-title">
        {drafts.length === 1 ? 'A draft was never saved' : `${drafts.length} drafts were never saved`}
      </h2>
      <ul class="rows">
        {drafts.map((left) => {
          const name = capitalize(nameSubject(left.loan));
          return (
            <li key={left.editor} class="snapshot-row">
              <span class="left-draft">
                <b>{name}</b>
                <span class="bl-quiet">
                  {' '}
                  {accounts.length > 1 ? `${labels.get(left.account) ?? ''}, ` : ''}
                  <Age at={left.at} now={now} after="ago" />
                </span>
                <span class="start" dir="auto">
                  {left.draft.text.slice(0, 200)}
                </span>
              </span>
              <span class="row-actions">
                <button
                  type="button"
                  class="bl-button small"
                  aria-label={`Open the draft of ${name}`}
                  onClick={() => onUse(left)}
                >
                  Open
                </button>
                {asked === left.editor ? (
                  <button
                    type="button"
                    class="bl-button danger small"
                    aria-label={`Discard for good: the draft of ${name}`}
                    onClick={() => onDiscard(left)}
                  >
                    Discard for good
                  </button>
                ) : (
                  <button
                    type="button"
                    class="bl-button plain small"
                    aria-label={`Discard the draft of ${name}`}
                    onClick={() => setAsked(left.editor)}
                  >
                    Discard
                  </button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

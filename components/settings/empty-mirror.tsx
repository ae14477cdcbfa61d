import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '#components/queries/use-command.ts';
import type { Report } from '#components/ui/report.ts';

/** The way to empty the mirror, with a question in between that says what is lost and what is not. */
export function EmptyMirror({ report }: { report: Report }): ComponentChild {
  const clear = useCommand('mirror.clear');
  const [asking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  // The focus goes to the question, and back to where it came from.
  useEffect(() => {
    if (asking) question.current?.focus();
    else if (wasAsking.current) button.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const empty = async (): Promise<void> => {
    const outcome = await clear.run({});
    setAsking(false);
    report('failed' in outcome ? { failed: outcome.failed.message } : { done: 'The mirror is empty.' });
  };
  if (!asking) {
    return (
      <div>
        <button
          type="button"
          id="empty-mirror"
          class="bl-button"
          ref={button}
          onClick={() => setAsking(true)}
        >
          Empty the mirror…
        </button>
      </div>
    );
  }
  return (
    <div
      id="empty-question"
      class="bl-card bl-question"
      role="group"
      aria-labelledby="empty-question-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <h3 id="empty-question-title" tabIndex={-1} ref={question}>
        Empty the mirror?
      </h3>
      <p>
        <b>Lost for good:</b> the history that Bondlens collected here. Which listings and auctions there
        were, how they ended, every change of price. Bondora does not give it again.
      </p>
      <p>
        <b>Pulled anew:</b> the market, open auctions and what is yours, as calls are free.
      </p>
      <p>
        <b>Kept:</b> everything that you made: notes, filters, columns, settings, accounts.
      </p>
      <div class="bl-answers">
        <button
          type="button"
          id="empty-confirm"
          class="bl-button danger"
          disabled={clear.running}
          onClick={() => void empty()}
        >
          Empty the mirror
        </button>
        <button
          type="button"
          id="empty-cancel"
          class="bl-button"
          disabled={clear.running}
          onClick={() => setAsking(false)}
        >
          Keep it
        </button>
      </div>
    </div>
  );
}

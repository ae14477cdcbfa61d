import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Command } from '#components/queries/use-command.ts';
import type { Report } from '#components/ui/report.ts';
import type { AccountStatus } from '#lib/messages/protocol.ts';

/**
 * Asks which account was just linked, as long as that is open. A question that comes up while the page is there takes the
 * focus, so that nobody looks for it; one that was there before waits in its place.
 */
export function AccountQuestion(props: {
  account: AccountStatus | undefined;
  identify: Command<'account.identify'>;
  /** Told what became of the question, where the page does not show the command's failure itself. */
  report?: Report;
}): ComponentChild {
  const { account, identify, report } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const question = account?.question ?? null;
  const state = account === undefined ? 'unknown' : question === null ? 'settled' : 'open';
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'settled' && state === 'open') heading.current?.focus();
    if (before.current === 'open' && state === 'settled')
      report?.({ done: `Linked as “${account?.label ?? ''}”.` });
    before.current = state;
  }, [state]);
  if (question === null) return null;

  const answer = async (same: string | null): Promise<void> => {
    const outcome = await identify.run({ same });
    if ('failed' in outcome) report?.({ failed: outcome.failed.message });
  };
  return (
    <section id="account-question" class="bl-card bl-question" aria-labelledby="account-question-title">
      <h2 id="account-question-title" tabIndex={-1} ref={heading}>
        Which account did you just link?
      </h2>
      <p>
        Bondora’s answers do not tell. Until you answer, it is not used, so that the notes of your accounts
        stay apart.
      </p>
      <div class="bl-answers">
        {question.candidates.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            id={`identify-${id}`}
            class="bl-button"
            disabled={identify.running}
            onClick={() => void answer(id)}
          >
            It is {label}
          </button>
        ))}
        <button
          type="button"
          id="identify-other"
          class="bl-button"
          disabled={identify.running}
          onClick={() => void answer(null)}
        >
          Another account
        </button>
      </div>
    </section>
  );
}

import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '#components/queries/use-command.ts';
import type { Report } from '#components/ui/report.ts';
import type { AccountEntry } from '#lib/messages/protocol.ts';

/** What the user calls an account, and the way to call it otherwise, in its place. */
export function AccountName({ entry, report }: { entry: AccountEntry; report: Report }): ComponentChild {
  const { id, label } = entry;
  const rename = useCommand('account.rename');
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  const writing = typed !== null;
  // The focus goes into the field, and back to where it came from.
  useEffect(() => {
    if (writing) {
      field.current?.focus();
      field.current?.select();
    } else if (wasWriting.current) button.current?.focus();
    wasWriting.current = writing;
  }, [writing]);

  if (typed === null) {
    return (
      <span class="name">
        <b>{label}</b>
        <button
          type="button"
          id={`rename-${id}`}
          class="bl-button plain small"
          aria-label={`Rename ${label}`}
          ref={button}
          onClick={() => setTyped(label)}
        >
          Rename
        </button>
      </span>
    );
  }
  const onSubmit = async (): Promise<void> => {
    const wanted = typed.trim();
    if (wanted === label) return setTyped(null);
    const outcome = await rename.run({ id, label: wanted });
    if ('failed' in outcome) return report({ failed: outcome.failed.message });
    setTyped(null);
    report({ done: `The account is called “${wanted}” now.` });
  };
  return (
    <form
      class="name"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
      }}
    >
      <input
        id={`name-${id}`}
        class="bl-input"
        aria-label={`New name of ${label}`}
        maxLength={40}
        autocomplete="off"
        ref={field}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" id={`keep-name-${id}`} class="bl-button small" disabled={rename.running}>
        Save
      </button>
      <button type="button" class="bl-button plain small" onClick={() => setTyped(null)}>
        Cancel
      </button>
    </form>
  );
}

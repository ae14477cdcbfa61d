import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { describeTaught } from '#lib/views/describe-taught.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { readTaughtText } from '#lib/views/taught-text.ts';

/** A page that somebody else taught, as a text: what it says stands here in words before anything of it is kept. */
export function PasteTaught(props: {
  /** Epoch ms. */
  now: number;
  onTake: (page: TaughtPage) => void;
  onCancel: () => void;
}): ComponentChild {
  const { now, onTake, onCancel } = props;
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readTaughtText(text, crypto.randomUUID(), now);
  return (
    <div class="paste">
      <textarea
        ref={focusFirst}
        class="bl-input mono"
        rows={3}
        aria-label="The taught page as a text"
        placeholder="bondlens-page-…"
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status">
        {read === null ? null : 'fault' in read ? (
          <p class="wrong">{read.fault}</p>
        ) : (
          <ul class="told">
            {describeTaught(read.page).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="line foot">
        <button type="button" class="plain bl-button" onClick={onCancel}>
          Cancel
        </button>
        <button
          type="button"
          class="primary bl-button"
          disabled={read === null || 'fault' in read}
          onClick={() => read !== null && 'page' in read && onTake(read.page)}
        >
          Use this
        </button>
      </div>
    </div>
  );
}

function focusFirst(field: HTMLElement | null): void {
  field?.focus();
}

import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { describeView } from '#lib/views/describe-view.ts';
import { readViewText } from '#lib/views/view-text.ts';
import { viewLimits, type View } from '#lib/views/view.ts';
import { PrivateText } from './private-text.tsx';

/** A view that came as a text: what it does stands here in words before anything of it is taken. */
export function PasteView(props: { onTake: (view: View) => void; onCancel: () => void }): ComponentChild {
  const { onTake, onCancel } = props;
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readViewText(text.trim());
  return (
    <div class="paste">
      <textarea
        ref={focusFirst}
        rows={3}
        aria-label="The view as a text"
        placeholder="bondlens-view-…"
        spellcheck={false}
        maxLength={viewLimits.text}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status">
        {read === null ? null : 'fault' in read ? (
          <p class="wrong">{read.fault}</p>
        ) : (
          <>
            <p>
              <b>
                <PrivateText text={read.view.name} />
              </b>{' '}
              would do this:
            </p>
            <ul class="told">
              {describeView(read.view).map((sentence) => (
                <li key={sentence}>
                  <PrivateText text={sentence} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="line">
        <button
          type="button"
          class="primary"
          disabled={read === null || 'fault' in read}
          onClick={() => read !== null && 'view' in read && onTake(read.view)}
        >
          Add this view
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}

function focusFirst(field: HTMLElement | null): void {
  field?.focus();
}

import type { ComponentChild } from 'preact';
import { describeTaught } from '#lib/views/describe-taught.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';

/** The last step: what was kept, to be forgotten with one click, or what was forgotten, to be taken back. */
export function DoneScreen(props: {
  page: TaughtPage;
  isKept: boolean;
  onForget: () => void;
  onUndo: () => void;
  onCopy: () => void;
  onTeach: () => void;
  onClose: () => void;
}): ComponentChild {
  const { page, isKept, onForget, onUndo, onCopy, onTeach, onClose } = props;
  return (
    <>
      <p role="status">
        <b>{isKept ? 'Bondlens reads this page as you showed it.' : 'Forgotten.'}</b>{' '}
        {isKept ? (
          'So it does after a reload, and on every page of this address.'
        ) : (
          <button type="button" class="link" autofocus onClick={onUndo}>
            Undo
          </button>
        )}
      </p>
      {isKept ? (
        <>
          <ul class="told scroll" tabIndex={0} aria-label="What you showed">
            {describeTaught(page).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div class="line foot">
            <button type="button" onClick={onForget}>
              Forget
            </button>
            <button type="button" onClick={onCopy}>
              Copy as text
            </button>
            <button type="button" onClick={onTeach}>
              Change
            </button>
            <button type="button" class="primary" autofocus onClick={onClose}>
              Close
            </button>
          </div>
        </>
      ) : (
        <div class="line foot">
          <button type="button" class="primary" onClick={onClose}>
            Close
          </button>
        </div>
      )}
    </>
  );
}

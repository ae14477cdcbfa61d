import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ChangeWords, isNothing } from '#components/backup/change-words.tsx';
import { useBackend } from '#components/queries/backend.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { ChangePreview } from '#lib/messages/backup-protocol.ts';
import { Confirmation } from './confirmation.tsx';
import { useWork, type Tell } from './use-work.ts';

/** Shows what going back to a snapshot would change, and goes back when told so. */
export function GoingBack(props: {
  snapshot: string;
  title: string;
  tell: Tell;
  onEnd: () => void;
}): ComponentChild {
  const { snapshot, title, tell, onEnd } = props;
  const { ask } = useBackend();
  const { isBusy, run } = useWork(tell);
  const [preview, setPreview] = useState<ChangePreview | null>(null);
  useEffect(() => {
    let isOver = false;
    setPreview(null);
    ask('snapshots.preview', { id: snapshot }).then(
      (shown) => {
        if (!isOver) setPreview(shown);
      },
      (error: AppError) => {
        if (isOver) return;
        tell({ failed: error.message });
        onEnd();
      },
    );
    return () => {
      isOver = true;
    };
  }, [snapshot]);
  if (preview === null) return <p class="bl-quiet">Looking what would change…</p>;
  if (isNothing(preview.difference)) {
    return (
      <p role="status" class="bl-joined">
        Nothing has changed since.
        <button type="button" class="bl-button small" onClick={onEnd}>
          Close
        </button>
      </p>
    );
  }
  const goBack = (): Promise<boolean> =>
    run(async () => {
      const { words, undo } = await ask('snapshots.goBack', { id: snapshot });
      tell({ done: words.join(' '), undo });
      onEnd();
    });
  return (
    <Confirmation
      id="going-back"
      title={title}
      yes="Go back"
      isBusy={isBusy}
      onYes={() => void goBack()}
      onNo={onEnd}
    >
      <ChangeWords {...preview} />
      <p class="bl-quiet">Before anything changes, a snapshot is taken: this too can be undone.</p>
    </Confirmation>
  );
}

import type { ComponentChild } from 'preact';

/** Buttons that move something in its list, and take it out. */
export function MoveButtons(props: {
  /** For screen readers: what is moved. */
  what: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}): ComponentChild {
  const { what, isFirst, isLast, onMove, onRemove } = props;
  return (
    <span class="moves">
      <button
        type="button"
        class="icon"
        data-by={-1}
        aria-label={`Move ${what} up`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="icon"
        data-by={1}
        aria-label={`Move ${what} down`}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button type="button" class="icon" aria-label={`Remove ${what}`} onClick={onRemove}>
        ✕
      </button>
    </span>
  );
}

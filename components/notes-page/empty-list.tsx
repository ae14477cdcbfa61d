import type { ComponentChild } from 'preact';

/** What stands in place of a list without notes: why it is empty, and what helps. */
export function EmptyList(props: {
  shown: 'standing' | 'removed';
  /** Whether there are notes that the search leaves out. */
  isNarrowed: boolean;
  onAll: () => void;
}): ComponentChild {
  const { shown, isNarrowed, onAll } = props;
  if (isNarrowed) {
    return (
      <div class="empty">
        <p>
          <b>No note has all of that.</b>
        </p>
        <button type="button" id="show-all" class="bl-button" onClick={onAll}>
          Show all
        </button>
      </div>
    );
  }
  return shown === 'removed' ? (
    <div class="empty">
      <p>
        <b>No deleted notes.</b>
      </p>
      <p class="bl-quiet">What you delete stays here for 30 days, and can be brought back.</p>
    </div>
  ) : (
    <div class="empty">
      <p>
        <b>No notes yet.</b>
      </p>
      <p class="bl-quiet">
        On Bondora’s market, press the small mark in a row of Bondlens to write the first one. If you have
        notes elsewhere, take them in under “Your data” in the <a href="/options.html#data">options</a>.
      </p>
    </div>
  );
}

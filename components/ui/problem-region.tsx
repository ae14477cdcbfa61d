import type { ComponentChild } from 'preact';

/**
 * What went wrong, each in one sentence, the same sentence once. Stands in the page even when empty, so that a
 * screen reader tells of a new sentence.
 */
export function ProblemRegion({
  sentences,
}: {
  sentences: readonly (string | null | undefined)[];
}): ComponentChild {
  const told = [...new Set(sentences)].filter((sentence) => sentence !== null && sentence !== undefined);
  return (
    <div id="problem" role="alert" class="bl-problem">
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

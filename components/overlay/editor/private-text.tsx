import type { ComponentChild } from 'preact';

/**
 * The user's own words, drawn by a style: a page could search for text.
 * @param label what a screen reader says, where that is more than the words
 */
export function PrivateText({ text, label = text }: { text: string; label?: string }): ComponentChild {
  return <span class="private" data-text={text} role="img" aria-label={label} />;
}

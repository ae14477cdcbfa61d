import type { ComponentChild } from 'preact';

/** The user's own words, drawn by a style: a page could search for text. */
export function PrivateText({ text }: { text: string }): ComponentChild {
  return <span class="private" data-text={text} role="img" aria-label={text} />;
}

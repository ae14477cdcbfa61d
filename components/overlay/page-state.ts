/** What the page tells about us from outside: part of the product's contract. */
export type PageState = 'ready' | 'off' | 'unreadable';

/** Marks the page; null takes the mark away, as long as something is still to be done. */
export function markPage(state: PageState | null): void {
  const { documentElement } = document;
  if (state === null) documentElement.removeAttribute('data-bondlens');
  else if (documentElement.getAttribute('data-bondlens') !== state)
    documentElement.setAttribute('data-bondlens', state);
}

import type { ComponentChild } from 'preact';

/** Whether an account is linked, in a word. */
export function LinkBadge({ linked }: { linked: boolean }): ComponentChild {
  return linked ? <span class="bl-badge good">Linked</span> : <span class="bl-badge">Not linked</span>;
}

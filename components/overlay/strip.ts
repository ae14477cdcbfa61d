import tokens from '#components/ui/tokens.css?inline';
import { createClosedRoot, createSheet } from './closed-root.ts';
import type { PageLook } from './page-look.ts';
import css from './strip.css?inline';

/** A line at the edge of the window, over the page: nothing of the page moves. */
export interface Strip {
  /** Says something, until it says something else or the person closes it; null says nothing. */
  say(sentence: string | null): void;
}

export function createStrip(look: () => PageLook): Strip {
  let host: HTMLElement | undefined;
  return {
    say(sentence) {
      host?.remove();
      if (sentence === null) return;
      const made = createClosedRoot('strip', [
        createSheet(tokens),
        createSheet(`${css} :host { color-scheme: ${look()} !important }`),
      ]);
      host = made.host;
      const line = document.createElement('p');
      line.role = 'status';
      const close = document.createElement('button');
      close.type = 'button';
      close.ariaLabel = 'Close';
      close.addEventListener('click', (event) => event.isTrusted && made.host.remove());
      line.append(sentence, close);
      made.root.append(line);
      document.documentElement.append(host);
    },
  };
}

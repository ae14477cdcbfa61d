import tokens from '#components/ui/tokens.css?inline';
import { createClosedRoot, createSheet } from './closed-root.ts';
import type { PageLook } from './page-look.ts';
import css from './strip.css?inline';

/** What the strip offers beside what it says. */
export interface Offer {
  label: string;
  /** A person pressed it; told the button, which may get the focus back. */
  take: (button: HTMLElement) => void;
}

/** A line at the edge of the window, over the page: nothing of the page moves. */
export interface Strip {
  /** Says something, until it says something else or the person closes it; null says nothing. */
  say(sentence: string | null, offer?: Offer): void;
}

export function createStrip(look: () => PageLook): Strip {
  let host: HTMLElement | undefined;
  let said: string | null = null;
  return {
    say(sentence, offer) {
      // What was closed stays closed as long as nothing else is to be said.
      if (sentence === said) return;
      said = sentence;
      host?.remove();
      if (sentence === null) return;
      const made = createClosedRoot('strip', [
        createSheet(tokens),
        createSheet(`${css} :host { color-scheme: ${look()} !important }`),
      ]);
      host = made.host;
      const line = document.createElement('p');
      line.role = 'status';
      line.append(sentence);
      if (offer !== undefined) line.append(createButton('offer', offer.label, offer.take));
      const close = createButton('close', '', () => made.host.remove());
      close.ariaLabel = 'Close';
      line.append(close);
      made.root.append(line);
      document.documentElement.append(host);
    },
  };
}

function createButton(
  name: string,
  label: string,
  press: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.append(label);
  button.addEventListener('click', (event) => event.isTrusted && press(button));
  return button;
}

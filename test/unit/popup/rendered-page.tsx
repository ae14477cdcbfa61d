import { options, render, type ComponentChild } from 'preact';
import { expect, vi } from 'vitest';
import { BackendContext, createBackend } from '#components/queries/backend.ts';
import type { ScriptedBackground } from './scripted-background.ts';

// Effects wait for the next frame. Here nothing is painted: they follow at once, and none is left when the test ends.
options.requestAnimationFrame = queueMicrotask;

/** A page of ours in jsdom, used as a person would. */
export interface RenderedPage {
  /** The element that the selector names; throws when there is none. */
  find: (selector: string) => HTMLElement;
  /** The same, as an element of this kind. */
  findAs: <E extends HTMLElement>(kind: new () => E, selector: string) => E;
  text: (selector: string) => string;
  has: (selector: string) => boolean;
  /** Waits until the check passes: answers and rendering take a few turns of the event loop. */
  see: (check: () => void) => Promise<void>;
  click: (selector: string) => Promise<void>;
  /** Types a text in place of the old one, without leaving the field. */
  type: (selector: string, text: string) => Promise<void>;
  /** Leaves a field after typing. */
  leave: (selector: string) => Promise<void>;
  close: () => void;
}

/** Renders over a scripted background and waits for its first answers. */
export async function openPage(
  content: ComponentChild,
  { ask, onPulse, clock }: ScriptedBackground,
): Promise<RenderedPage> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const ending = new AbortController();
  const backend = createBackend({ ask, onPulse, clock, signal: ending.signal });
  render(<BackendContext value={backend}>{content}</BackendContext>, root);

  const findAs = <E extends HTMLElement>(kind: new () => E, selector: string): E => {
    const element = root.querySelector(selector);
    if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} ${selector}.`);
    return element;
  };
  const find = (selector: string): HTMLElement => findAs(HTMLElement, selector);
  // A browser renders between two events of a person: Preact does so in a microtask.
  const rendered = async (): Promise<void> => {
    await Promise.resolve();
    await Promise.resolve();
  };
  const send = (selector: string, event: string): Promise<void> => {
    find(selector).dispatchEvent(new Event(event, { bubbles: true }));
    return rendered();
  };
  const see = (check: () => void): Promise<void> => vi.waitFor(check, { interval: 2, timeout: 5000 });
  await rendered();
  await see(() => expect(backend.client.isFetching()).toBe(0));
  return {
    find,
    findAs,
    see,
    text: (selector) => (find(selector).textContent ?? '').replaceAll('\u00a0', ' '),
    has: (selector) => root.querySelector(selector) !== null,
    click: (selector) => {
      find(selector).click();
      return rendered();
    },
    type: (selector, text) => {
      (find(selector) as HTMLInputElement).value = text;
      return send(selector, 'input');
    },
    leave: (selector) => send(selector, 'change'),
    close: () => {
      ending.abort();
      render(null, root);
    },
  };
}

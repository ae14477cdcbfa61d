import { browser } from 'wxt/browser';
import type { Clock } from '#lib/base/clock.ts';

/** Lets a page of ours answer, for as long as it lives, which editors stand in it. */
export type AnswerForEditors = (isOpen: (editor: string) => boolean, signal: AbortSignal) => void;

const question = 'bondlens-editor';

/** A tab that is asleep does not answer, and nothing is lost in it: so much later it counts as living. */
const patienceMs = 1000;

/**
 * Asks a tab whether an editor stands open in it now. A tab that is gone, that crashed, or that shows another page
 * refuses at once. Nothing is remembered for this, so it holds whenever the background was ended and started again.
 */
export async function isEditorOpen(tab: number, editor: string, clock: Clock): Promise<boolean> {
  const ending = new AbortController();
  const asleep = clock.sleep(patienceMs, ending.signal).then(
    () => true,
    () => false,
  );
  const asked = browser.tabs.sendMessage(tab, { [question]: editor }).then(
    (answer: unknown) => answer === true,
    () => false,
  );
  const isOpen = await Promise.race([asked, asleep]);
  ending.abort();
  return isOpen;
}

export const answerForEditors: AnswerForEditors = (isOpen, signal) => {
  const hear = (message: unknown, _sender: unknown, respond: (answer: boolean) => void): void => {
    const editor = (message as Record<string, unknown> | null)?.[question];
    if (typeof editor === 'string') respond(isOpen(editor));
  };
  const { onMessage } = browser.runtime;
  onMessage.addListener(hear);
  signal.addEventListener('abort', () => onMessage.removeListener(hear), { once: true });
};

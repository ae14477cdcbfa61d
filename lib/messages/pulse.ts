import { browser } from 'wxt/browser';

/** What can change under an open page. */
export type PulseTopic = 'preferences' | 'notes' | 'market' | 'events' | 'account' | 'schedule';

const prefix = 'pulse:';

/**
 * Tells every open page of ours, content scripts included, that something changed. They ask again for
 * what they show. Goes through `storage.local`, which reaches them all without knowing any tab.
 * A full disk may refuse it: what changed is changed all the same, and pages see it when they next ask. So it never throws.
 */
export async function pulse(topic: PulseTopic): Promise<void> {
  await browser.storage.local.set({ [prefix + topic]: crypto.randomUUID() }).catch(() => undefined);
}

/** Calls the listener at each pulse of the topic until the signal is aborted. */
export function onPulse(topic: PulseTopic, listener: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const heard = (changes: Record<string, unknown>): void => {
    if (prefix + topic in changes) listener();
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(heard);
  signal.addEventListener('abort', () => onChanged.removeListener(heard), { once: true });
}

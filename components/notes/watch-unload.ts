/** Asks before the page is left. */
export interface UnloadWatch {
  /** Whether there is something to ask for: only then is anything listened to. */
  ask(isNeeded: boolean): void;
}

/**
 * The browser's own question, for as long as something is written and not saved.
 * @param onHide the page is hidden or left meanwhile: it may not come back
 */
export function watchUnload(onHide: () => void): UnloadWatch {
  let listening: AbortController | undefined;
  return {
    ask(isNeeded) {
      if (isNeeded === (listening !== undefined)) return;
      listening?.abort();
      listening = isNeeded ? new AbortController() : undefined;
      if (listening === undefined) return;
      const { signal } = listening;
      addEventListener('beforeunload', (event) => event.preventDefault(), { signal });
      addEventListener('pagehide', onHide, { signal });
      const hide = (): void => {
        if (document.visibilityState === 'hidden') onHide();
      };
      document.addEventListener('visibilitychange', hide, { signal });
    },
  };
}

/** A watch over the address of a page. */
export interface AddressWatch {
  /**
   * Compares the address with the last one known. To be called when the page changed: a browser without the Navigation API
   * does not tell that a script of the page moved on.
   */
  check: () => void;
}

/**
 * Tells every change of the page's address that comes without a reload, until the signal ends it. Listens to the Navigation
 * API where there is one, else to the history; never polls.
 */
export function watchAddress(view: Window, signal: AbortSignal, onChange: (url: URL) => void): AddressWatch {
  let last = view.location.href;
  const check = (): void => {
    if (signal.aborted || view.location.href === last) return;
    last = view.location.href;
    onChange(new URL(last));
  };
  const { navigation } = view as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', check, { signal });
  view.addEventListener('popstate', check, { signal });
  view.addEventListener('hashchange', check, { signal });
  return { check };
}

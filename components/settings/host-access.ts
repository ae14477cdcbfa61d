/** Whether the browser lets the extension work on Bondora's hosts: Firefox lets people withdraw that. */
export interface HostAccess {
  has(): Promise<boolean>;
  /** Asks the person; only from a click. Resolves to whether they granted it. */
  request(): Promise<boolean>;
  /** Calls the listener when access was granted or withdrawn, until the signal is aborted. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

interface PermissionEvent {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
}

/** The part of the browser's `permissions` that is used here. */
export interface Permissions {
  contains(what: { origins: string[] }): Promise<boolean>;
  request(what: { origins: string[] }): Promise<boolean>;
  onAdded: PermissionEvent;
  onRemoved: PermissionEvent;
}

/** Makes the browser's permissions answer for the hosts that the manifest names. */
export function createHostAccess(permissions: Permissions): HostAccess {
  const what = { origins: ['https://*.bondora.com/*'] };
  return {
    has: () => permissions.contains(what),
    request: () => permissions.request(what),
    onChange: (listener, signal) => {
      if (signal.aborted) return;
      for (const event of [permissions.onAdded, permissions.onRemoved]) {
        event.addListener(listener);
        signal.addEventListener('abort', () => event.removeListener(listener), { once: true });
      }
    },
  };
}

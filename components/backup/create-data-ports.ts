import type { DataPorts } from './data-ports.ts';

type DownloadPermission = 'downloads' | 'offscreen';

interface Browser {
  storage: DataPorts['storage'];
  permissions: { query(what: { name: 'persistent-storage' }): Promise<{ state: string }> };
}

interface Permissions {
  contains(what: { permissions: ['unlimitedStorage'] }): Promise<boolean>;
  request(what: { permissions: DownloadPermission[] }): Promise<boolean>;
}

/**
 * What the browser is asked for, by its own means. The promise to keep what is here is asked for at once where the browser
 * gives it without asking the person.
 * @param optional the permissions that the manifest lets be asked for
 */
export function createDataPorts(
  browser: Browser,
  permissions: Permissions,
  optional: readonly string[],
): DataPorts {
  const { storage } = browser;
  const isPromised = async (): Promise<boolean> => {
    if (await storage.persisted()) return true;
    // With this permission Chrome never clears what is here, though it does not call that persistent:
    // https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies#persistence
    if (await permissions.contains({ permissions: ['unlimitedStorage'] })) return true;
    // Where the browser would ask the person, that waits for a click. Not every browser knows this permission's name.
    const { state } = await browser.permissions
      .query({ name: 'persistent-storage' })
      .catch(() => ({ state: 'unknown' }));
    return state === 'granted' && storage.persist();
  };
  return {
    storage: { persisted: isPromised, persist: () => storage.persist() },
    // Chrome's background is a worker: only an offscreen page can hold a file for it, so there both are asked for.
    allowDownloads: () =>
      permissions.request({
        permissions: (['downloads', 'offscreen'] as const).filter((name) => optional.includes(name)),
      }),
  };
}

import { AppError } from '#lib/base/app-error.ts';
import type { Clock } from '#lib/base/clock.ts';

/** A file that was saved: by its path it is known again, since not every browser keeps the number of a download. */
export interface SavedFile {
  id: number;
  path: string;
}

/** Files that Bondlens saves by itself, where the person allowed it. */
export interface BackupDownloads {
  isAllowed(): Promise<boolean>;
  /** Resolves once the file is on disk. Throws `not-allowed`, and `storage` with the browser's reason. */
  save(name: string, text: string): Promise<SavedFile>;
  /** Removes a file of ours; one that the person moved, removed or replaced is left alone. */
  remove(file: SavedFile): Promise<void>;
}

/** What is asked of the browser about one download. */
interface DownloadItem {
  id: number;
  url: string;
  filename: string;
  state: string;
  error?: string | undefined;
  byExtensionId?: string | undefined;
}

/** The part of the browser's `downloads` that is used here. */
export interface DownloadsApi {
  download(options: {
    url: string;
    filename: string;
    conflictAction: 'uniquify';
    saveAs: false;
  }): Promise<number>;
  search(query: { id: number } | { filename: string }): Promise<DownloadItem[]>;
  removeFile(id: number): Promise<void>;
  erase(query: { id: number }): Promise<unknown>;
}

export interface DownloadsPorts {
  clock: Clock;
  isAllowed(): Promise<boolean>;
  /** Undefined while it is not allowed. */
  api(): DownloadsApi | undefined;
  /** Holds a text under an object URL as long as the work with it lasts. */
  withUrl<Result>(name: string, text: string, work: (url: string) => Promise<Result>): Promise<Result>;
  /** This extension's id, and what its object URLs begin with. */
  own: { id: string; blobs: string };
}

const folder = 'Bondlens';
const pauseMs = 100;
const patienceMs = 120_000;

export function createBackupDownloads(ports: DownloadsPorts): BackupDownloads {
  const { clock, own } = ports;
  const getApi = async (): Promise<DownloadsApi> => {
    const downloads = (await ports.isAllowed()) ? ports.api() : undefined;
    if (downloads === undefined)
      throw new AppError('not-allowed', 'The browser does not let Bondlens save files by itself any more.');
    return downloads;
  };
  const finish = async (downloads: DownloadsApi, id: number): Promise<SavedFile> => {
    for (const end = clock.now() + patienceMs; clock.now() < end; await clock.sleep(pauseMs)) {
      const [item] = await downloads.search({ id });
      if (item?.state === 'complete') return { id, path: item.filename };
      if (item === undefined || item.state === 'interrupted')
        throw new AppError('storage', `The file could not be saved (${item?.error ?? 'unknown reason'}).`);
    }
    throw new AppError('storage', 'The browser did not finish saving the file.');
  };
  return {
    isAllowed: () => ports.isAllowed(),
    async save(name, text) {
      const downloads = await getApi();
      return ports.withUrl(name, text, async (url) => {
        const id = await downloads
          .download({ url, filename: `${folder}/${name}`, conflictAction: 'uniquify', saveAs: false })
          .catch((cause: unknown) => {
            throw new AppError('storage', `The file could not be saved (${(cause as Error).message}).`, {
              cause,
            });
          });
        return finish(downloads, id);
      });
    },
    async remove({ path }) {
      const downloads = await getApi();
      const ours = (await downloads.search({ filename: path })).filter(
        ({ url, byExtensionId }) => byExtensionId === own.id || url.startsWith(own.blobs),
      );
      for (const { id } of ours) {
        // It may be gone already.
        await downloads.removeFile(id).catch(() => undefined);
        await downloads.erase({ id });
      }
    },
  };
}

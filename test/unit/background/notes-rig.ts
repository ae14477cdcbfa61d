import type { Clock } from '#lib/base/clock.ts';
import type { Handlers } from '#lib/messages/serve.ts';
import type { BackupProtocol } from '#lib/messages/backup-protocol.ts';
import type { ManyNotesProtocol } from '#lib/messages/many-notes-protocol.ts';
import type { NotesProtocol } from '#lib/messages/notes-protocol.ts';
import { createDatabase, type Database } from '#lib/store/database.ts';
import { createDraftsRepository } from '#lib/store/drafts-repository.ts';
import { createKeptRepository } from '#lib/store/kept-repository.ts';
import { createNotesRepository } from '#lib/store/notes-repository.ts';
import {
  createPreferencesStore,
  filePreferences,
  readPreferences,
  type PreferencesStore,
  type StorageArea,
} from '#lib/store/preferences-store.ts';
import { createRecords } from '#lib/store/records.ts';
import { createTagsRepository } from '#lib/store/tags-repository.ts';
import { createAccounts, type Accounts } from '../../../entrypoints/background/accounts.ts';
import { createBackupAccounts } from '../../../entrypoints/background/backup-accounts.ts';
import { createHeldFiles } from '../../../entrypoints/background/backup-files.ts';
import { createBackupService, type BackupService } from '../../../entrypoints/background/backup.ts';
import { readBrowserId } from '../../../entrypoints/background/browser-id.ts';
import { createNoteFinder } from '../../../entrypoints/background/find-notes.ts';
import { createManyNotesHandlers } from '../../../entrypoints/background/many-notes.ts';
import { careForNotes } from '../../../entrypoints/background/notes-care.ts';
import { createNotesHandlers } from '../../../entrypoints/background/notes.ts';

/** A background's notes, over what it left on disk. */
export interface NotesRig {
  ask: Pick<Handlers, keyof NotesProtocol | keyof ManyNotesProtocol | keyof BackupProtocol>;
  backup: BackupService;
  preferences: PreferencesStore;
  accounts: Accounts;
  care(): Promise<string[]>;
  /** Editors that stand open in a tab. */
  openEditors: Set<string>;
}

/** What of a browser outlives its background: the database and `storage.local`. */
export interface BrowserDisk {
  open: () => Promise<Database>;
  area: StorageArea;
}

export function createBrowserDisk(name: string = crypto.randomUUID()): BrowserDisk {
  const kept: Record<string, unknown> = {};
  return {
    open: createDatabase(name),
    area: {
      get: async (key) => (key in kept ? { [key]: structuredClone(kept[key]) } : {}),
      set: async (items) => {
        Object.assign(kept, structuredClone(items));
      },
    },
  };
}

/** Starts a background over a browser's disk, as its entrypoint does. */
export function createNotesRig({ open, area }: BrowserDisk, clock: Pick<Clock, 'now'>): NotesRig {
  const own: Clock = { now: () => clock.now(), sleep: () => Promise.resolve() };
  const states = createRecords(open, 'states');
  const accounts = createAccounts(states);
  const notes = createNotesRepository(open);
  const drafts = createDraftsRepository(open);
  const preferences = createPreferencesStore(area);
  const id = (): ReturnType<typeof readBrowserId> => readBrowserId(states);
  const changed = (): Promise<void> => Promise.resolve();
  const openEditors = new Set<string>();
  const kept = createKeptRepository(open);
  const backup = createBackupService({
    clock: own,
    kept,
    accounts: createBackupAccounts(accounts, states),
    files: createHeldFiles(),
    readBrowserId: id,
    preferences: {
      read: () => preferences.read(),
      file: filePreferences,
      parse: readPreferences,
      replace: async (parts) => {
        await preferences.change(parts);
      },
    },
    changed,
  });
  return {
    ask: {
      ...createNotesHandlers({
        clock: own,
        notes,
        drafts,
        tags: createTagsRepository(open),
        finder: createNoteFinder(notes, () => Promise.resolve(null)),
        isEditorOpen: (_tab, editor) => Promise.resolve(openEditors.has(editor)),
        findAccount: (wanted) => accounts.find(wanted),
        readBrowserId: id,
        changed,
      }),
      ...createManyNotesHandlers({
        clock: own,
        kept,
        notes,
        findAccount: (wanted) => accounts.find(wanted),
        readBrowserId: id,
        readPreferences: async () => filePreferences(await preferences.read()),
        changed,
      }),
      ...backup.handlers,
    },
    backup,
    preferences,
    accounts,
    openEditors,
    care: () => careForNotes({ clock: own, notes, drafts, backup }),
  };
}

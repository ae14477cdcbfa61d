import { browser } from 'wxt/browser';
import type { Clock } from '#lib/base/clock.ts';
import type { BackupProtocol } from '#lib/messages/backup-protocol.ts';
import { pulse } from '#lib/messages/pulse.ts';
import type { ScheduleProtocol } from '#lib/messages/schedule-protocol.ts';
import type { Handlers } from '#lib/messages/serve.ts';
import type { KeptRepository } from '#lib/store/kept-repository.ts';
import { filePreferences, readPreferences } from '#lib/store/preferences-store.ts';
import type { Records } from '#lib/store/records.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { Accounts } from './accounts.ts';
import { createAlone } from './alone.ts';
import { createBackupAccounts } from './backup-accounts.ts';
import { createBackupDownloads } from './backup-downloads.ts';
import { createFileUrls } from './backup-file-url.ts';
import { createHeldFiles } from './backup-files.ts';
import { createBackupSchedule, type BackupSchedule } from './backup-schedule.ts';
import { createBackupService, type BackupService } from './backup.ts';
import { readBrowserId } from './browser-id.ts';

/** Everything about snapshots and backups, joined with the browser. Listens for its permission, so it runs at the start. */
export function startBackups(parts: {
  clock: Clock;
  kept: KeptRepository;
  accounts: Accounts;
  states: Records;
  secrets: Records;
  preferences: {
    read(): Promise<Preferences>;
    change(parts: Partial<Preferences>): Promise<Preferences>;
  };
}): {
  backup: BackupService;
  schedule: BackupSchedule;
  handlers: Pick<Handlers, keyof BackupProtocol | keyof ScheduleProtocol>;
} {
  const { clock, kept, accounts, states, secrets, preferences } = parts;
  const files = createHeldFiles();
  const fileUrls = createFileUrls(files, clock);
  const backup = createBackupService({
    clock,
    kept,
    accounts: createBackupAccounts(accounts, states),
    files,
    readBrowserId: () => readBrowserId(states),
    preferences: {
      read: () => preferences.read(),
      file: filePreferences,
      parse: readPreferences,
      replace: async (all) => {
        await preferences.change(all);
      },
    },
    changed: async () => {
      await Promise.all([pulse('notes'), pulse('account')]);
    },
  });
  const schedule = createBackupSchedule({
    clock,
    backup,
    downloads: createBackupDownloads({
      clock,
      isAllowed: () => browser.permissions.contains({ permissions: ['downloads'] }),
      api: () => browser.downloads,
      withUrl: (name, text, work) => fileUrls.withUrl(name, text, work),
      own: { id: browser.runtime.id, blobs: `blob:${location.origin}/` },
    }),
    states,
    secrets,
    alone: createAlone('bondlens-schedule'),
    changed: () => pulse('schedule'),
  });
  // Whether files may be saved is shown in the options, and can be withdrawn in the browser's own pages.
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved])
    event.addListener(() => void pulse('schedule'));
  return {
    backup,
    schedule,
    handlers: {
      ...backup.handlers,
      ...schedule.handlers,
      'schedule.ready': ({ file, url }) => {
        fileUrls.ready(file, url);
        return null;
      },
    },
  };
}

import { writeBackup, readBackup } from '#lib/backup/backup-file.ts';
import { compareNotes, describeDifference, type Difference } from '#lib/backup/difference.ts';
import { planImport, type ImportPlan, type UnreadRow } from '#lib/backup/import-rows.ts';
import { readTable } from '#lib/backup/read-table.ts';
import { makeLock, type Lock } from '#lib/backup/seal.ts';
import { toMarkdown, toNoteRows } from '#lib/backup/note-rows.ts';
import { comparePreferences, mergePreferences } from '#lib/backup/merge-preferences.ts';
import { planMerge, planRestore } from '#lib/backup/plan-restore.ts';
import { planTagMerge, planTagRestore } from '#lib/backup/plan-tags.ts';
import type { Clock } from '#lib/base/clock.ts';
import type { AccountId } from '#lib/loan/ids.ts';
import type {
  BackupProtocol,
  ChangePreview,
  ChangeResult,
  IntakeWay,
} from '#lib/messages/backup-protocol.ts';
import type { Handlers } from '#lib/messages/serve.ts';
import type { BrowserId, Stamp } from '#lib/notes/note-clock.ts';
import type { SnapshotReason } from '#lib/notes/snapshot.ts';
import type { KeptRecords, KeptRepository, KeptWrites } from '#lib/store/kept-repository.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import type { BackupAccounts, FileOwners } from './backup-accounts.ts';
import type { HeldFiles } from './backup-files.ts';

/** What snapshots and backups need of the world around them. */
export interface BackupPorts {
  clock: Clock;
  kept: KeptRepository;
  accounts: BackupAccounts;
  files: HeldFiles;
  readBrowserId(): Promise<BrowserId>;
  preferences: {
    read(): Promise<Preferences>;
    /** As they are kept, with their version. */
    file(preferences: Preferences): unknown;
    /** Preferences of any version; parts that it has not or that cannot be read are those of the other, or as at first. */
    parse(kept: unknown, otherwise?: Preferences): Preferences;
    replace(preferences: Preferences): Promise<void>;
  };
  /** Tells open pages that everything may have changed. */
  changed(): Promise<void>;
}

export interface BackupService {
  handlers: Pick<Handlers, keyof BackupProtocol>;
  /** Everything as one file, named by its day; locked when there is a lock. */
  makeFile(lock: Lock | null): Promise<{ name: string; text: string }>;
  /** Takes the day's snapshot; nothing when nothing changed. */
  takeSnapshot(): Promise<void>;
  /** Ends a restore that a death of the background has cut off after its notes were written. */
  finish(): Promise<void>;
}

/** What is to be made of what stands. Pure: it is worked out twice, for the preview and within the transaction. */
type Plan = (
  standing: KeptRecords,
  preferences: Preferences,
) => Omit<KeptWrites, 'preferences'> & {
  preferences: Preferences | null;
};

// A preview names so many rows that could not be read, and no more.
const shownRows = 1000;

export function createBackupService(ports: BackupPorts): BackupService {
  const { clock, kept, accounts, files } = ports;
  const stamp = async (): Promise<Stamp> => ({ browser: await ports.readBrowserId(), now: clock.now() });

  const preview = async (plan: Plan): Promise<ChangePreview> => {
    const [standing, preferences] = await Promise.all([kept.readAll(), ports.preferences.read()]);
    return describe(standing, preferences, plan(standing, preferences));
  };
  const finish = async (): Promise<void> => {
    const pending = await kept.readPendingPreferences();
    if (pending === undefined) return;
    await ports.preferences.replace(ports.preferences.parse(pending));
    await kept.settlePreferences();
  };
  const change = async (why: SnapshotReason, plan: Plan): Promise<ChangeResult> => {
    const preferences = await ports.preferences.read();
    let made: ChangePreview | undefined;
    const head = await kept.change(why, ports.preferences.file(preferences), clock.now(), (standing) => {
      const writes = plan(standing, preferences);
      made = describe(standing, preferences, writes);
      const filed = writes.preferences === null ? null : ports.preferences.file(writes.preferences);
      return { ...writes, preferences: filed };
    });
    await finish();
    await ports.changed();
    return { ...(made as ChangePreview), undo: head?.id ?? null };
  };

  const planGoingBack = async (id: string): Promise<Plan> => {
    const [target, made] = await Promise.all([kept.readSnapshot(id), stamp()]);
    const wanted = target.notes.map((note) => ({
      note: { ...note, history: { versions: 0, characters: 0 } },
      versions: [],
    }));
    return (standing, preferences) => ({
      notes: planRestore(standing.notes, wanted, made).writes,
      tags: planTagRestore(standing.tags, target.tags, made.now),
      preferences: keepChanged(preferences, ports.preferences.parse(target.preferences, preferences)),
    });
  };
  const planIntake = async (
    id: string,
    passphrase: string | null,
    way: IntakeWay,
  ): Promise<{ plan: Plan; owners: FileOwners }> => {
    const file = await readBackup(files.read(id), passphrase);
    const [owners, made] = await Promise.all([accounts.match(file.accounts), stamp()]);
    const theirs = owners.move(file.notes);
    const settings = ports.preferences.parse(file.preferences);
    const restore: Plan = (standing, preferences) => ({
      // A file that does not know an account says nothing of its notes.
      notes: planRestore(
        standing.notes.filter(({ note }) => owners.covers(note.account)),
        theirs,
        made,
      ).writes,
      tags: planTagRestore(standing.tags, file.tags, made.now),
      preferences: keepChanged(preferences, ports.preferences.parse(file.preferences, preferences)),
    });
    const merge: Plan = (standing, preferences) => ({
      notes: planMerge(standing.notes, theirs).writes,
      tags: planTagMerge(standing.tags, file.tags),
      preferences: mergePreferences(preferences, settings),
    });
    return { plan: way === 'restore' ? restore : merge, owners };
  };
  const planRows = async (
    asked: string | null,
    file: string,
  ): Promise<{ plan: Plan; unread: (standing: KeptRecords) => UnreadRow[] }> => {
    const rows = readTable(files.read(file));
    const [account, made]: [AccountId, Stamp] = await Promise.all([accounts.find(asked), stamp()]);
    const read = (standing: KeptRecords): ImportPlan => planImport(rows, account, standing.notes, made);
    return {
      plan: (standing) => ({ notes: read(standing).writes, tags: [], preferences: null }),
      unread: (standing) => read(standing).unread,
    };
  };
  const nameFile = (what: string, ending: string): string =>
    `${what}-${new Date(clock.now()).toISOString().slice(0, 10)}.${ending}`;
  const makeFile = async (lock: Lock | null): Promise<{ name: string; text: string }> => {
    const [records, preferences, browser] = await Promise.all([
      kept.readAll(),
      ports.preferences.read(),
      ports.readBrowserId(),
    ]);
    const contents = {
      madeAt: clock.now(),
      browser,
      accounts: await accounts.list(),
      ...records,
      preferences: ports.preferences.file(preferences),
    };
    return { name: nameFile('bondlens', 'json'), text: await writeBackup(contents, lock) };
  };

  return {
    finish,
    makeFile,
    async takeSnapshot() {
      await kept.takeSnapshot(ports.preferences.file(await ports.preferences.read()), clock.now());
    },
    handlers: {
      'snapshots.list': () => kept.listSnapshots(),
      'snapshots.preview': async ({ id }) => preview(await planGoingBack(id)),
      'snapshots.goBack': async ({ id }) => change('before-restore', await planGoingBack(id)),
      'backup.make': async ({ passphrase }) => {
        const { name, text } = await makeFile(passphrase === null ? null : await makeLock(passphrase));
        return files.offer(name, text);
      },
      'backup.notes': async ({ account, form }) => {
        const [id, { notes }, known] = await Promise.all([
          accounts.find(account),
          kept.readAll(),
          accounts.list(),
        ]);
        const own = notes.flatMap(({ note }) => (note.account === id ? note : []));
        const label = known.find((other) => other.id === id)?.label ?? '';
        return form === 'rows'
          ? files.offer(nameFile('bondlens-notes', 'csv'), JSON.stringify(toNoteRows(own)))
          : files.offer(nameFile('bondlens-notes', 'md'), toMarkdown(`Notes of ${label}`, own));
      },
      'files.part': ({ id, part }) => files.part(id, part),
      'files.hand': (handed) => {
        files.hand(handed);
        return null;
      },
      'files.drop': ({ id }) => {
        files.drop(id);
        return null;
      },
      'backup.preview': async ({ file, passphrase, way }) => {
        const { plan, owners } = await planIntake(file, passphrase, way);
        const { words, difference } = await preview(plan);
        return { words: [...owners.words, ...words], difference };
      },
      'backup.takeIn': async ({ file, passphrase, way }) => {
        const { plan, owners } = await planIntake(file, passphrase, way);
        // Accounts first: notes of one that is not known yet could not be found.
        await owners.settle();
        const result = await change(way === 'restore' ? 'before-restore' : 'before-merge', plan);
        files.drop(file);
        return result;
      },
      'import.preview': async ({ account, file }) => {
        const { plan, unread } = await planRows(account, file);
        return { ...(await preview(plan)), unread: unread(await kept.readAll()).slice(0, shownRows) };
      },
      'import.takeIn': async ({ account, file }) => {
        const result = await change('before-import', (await planRows(account, file)).plan);
        files.drop(file);
        return result;
      },
    },
  };
}

function describe(
  standing: KeptRecords,
  before: Preferences,
  { notes, tags, preferences }: ReturnType<Plan>,
): ChangePreview {
  const difference: Difference = {
    ...compareNotes(standing.notes, notes),
    tags: tags.length,
    settings: preferences === null ? [] : comparePreferences(before, preferences),
  };
  return { words: describeDifference(difference), difference };
}

function keepChanged(before: Preferences, after: Preferences): Preferences | null {
  return comparePreferences(before, after).length === 0 ? null : after;
}

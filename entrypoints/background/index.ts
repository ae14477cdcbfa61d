import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { systemClock } from '#lib/base/clock.ts';
import { scopes as knownScopes } from '#lib/base/permissions.ts';
import { createClient } from '#lib/bondora/client.ts';
import { signIn } from '#lib/bondora/sign-in.ts';
import { revokeToken } from '#lib/bondora/token-call.ts';
import { createTokenKeeper } from '#lib/bondora/token-keeper.ts';
import type { FieldId } from '#lib/loan/fields.ts';
import type { AccountStatus } from '#lib/messages/protocol.ts';
import { isEditorOpen } from '#lib/messages/living-editors.ts';
import { onPulse, pulse } from '#lib/messages/pulse.ts';
import { serve } from '#lib/messages/serve.ts';
import { findRecords } from '#lib/mirror/find-records.ts';
import { createMirrorCache } from '#lib/mirror/mirror-cache.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createKeptRepository } from '#lib/store/kept-repository.ts';
import { createMirrorStore } from '#lib/store/mirror-store.ts';
import { createDraftsRepository } from '#lib/store/drafts-repository.ts';
import { createNotesRepository } from '#lib/store/notes-repository.ts';
import { createPreferencesStore, filePreferences } from '#lib/store/preferences-store.ts';
import { createRecords } from '#lib/store/records.ts';
import { createTagsRepository } from '#lib/store/tags-repository.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { createAccountService } from './account.ts';
import { createAccounts } from './accounts.ts';
import { createAlone } from './alone.ts';
import { createApplicationService } from './application.ts';
import { startBackups } from './backup-start.ts';
import { readBrowserId } from './browser-id.ts';
import { describeRows } from './describe-rows.ts';
import { createNoteFinder } from './find-notes.ts';
import { createLookout, isOrderExpected } from './lookout.ts';
import { createHostGuard } from './host-guard.ts';
import { inspectAccount } from './inspect-account.ts';
import { keepAwake } from './keep-awake.ts';
import { loadScript } from './load-script.ts';
import { createManyNotesHandlers } from './many-notes.ts';
import { createMirror } from './mirror.ts';
import { careForNotes, careMinutes } from './notes-care.ts';
import { createNotesHandlers } from './notes.ts';
import { pageHandlers } from './pages.ts';
import { createQuotaStore, createSecrets } from './stores.ts';
import { createToolbar } from './toolbar.ts';

const mirrorAlarm = 'mirror';
// After a start of the background nothing but what woke it is done at first.
const startDelayMs = 60_000;
const lookDelayMs = 1000;
const tidyDelayMs = 1000;
const careAlarm = 'notes-care';
/** What the search tells of a loan beside its number. */
const foundFields = ['rating', 'country', 'interest'] as const satisfies readonly FieldId[];

export default defineBackground({
  type: 'module',
  main() {
    const clock = systemClock;
    const open = createDatabase();
    // Takes longest, so it begins before the message that woke the background is handed over. Who needs it hears of a failure.
    open().catch(() => undefined);
    const states = createRecords(open, 'states');
    const secretRecords = createRecords(open, 'secrets');
    const secrets = createSecrets(secretRecords);
    const mirrorStore = createMirrorStore(open);
    const mirrorCache = createMirrorCache(mirrorStore.tables);
    const notes = createNotesRepository(open);
    const accounts = createAccounts(states);
    const preferences = createPreferencesStore(browser.storage.local);
    const hosts = createHostGuard(browser.permissions);
    const fetch = hosts.guard(globalThis.fetch.bind(globalThis));

    const quotaStore = createQuotaStore(states);
    const clientParts = { fetch, clock, quotaStore, random: Math.random };
    const tokenKeeper = createTokenKeeper({
      fetch,
      clock,
      tokens: secrets.tokensOf(() => accounts.active()),
      readApplication: () => secrets.readUsableApplication(),
    });
    const client = createClient({
      ...clientParts,
      isOrderExpected: () => isOrderExpected({ clock, states }),
      ...tokenKeeper,
      async getToken(signal) {
        // Before anything is counted as a call.
        await hosts.demand();
        return tokenKeeper.getToken(signal);
      },
    });

    const redirectUrl = browser.identity.getRedirectURL();
    const application = createApplicationService(secrets, redirectUrl, () => pulse('account'));
    const account = createAccountService({
      clock,
      accounts,
      secrets,
      states,
      signIn: (credentials, signInHost, scopes) =>
        signIn({
          fetch,
          clock,
          application: credentials,
          signInHost,
          scopes: knownScopes.filter((scope) => scopes.includes(scope)),
          redirectUrl,
          launchWebAuthFlow: (details) => browser.identity.launchWebAuthFlow(details),
          createState: () => crypto.randomUUID(),
          signal: new AbortController().signal,
        }),
      inspect: ({ accessToken, scopes }) =>
        inspectAccount(
          createClient({
            ...clientParts,
            getToken: () => Promise.resolve(accessToken),
            refreshToken: () => Promise.resolve(false),
          }),
          scopes,
        ),
      revoke: (token) => revokeToken({ fetch, clock }, token, new AbortController().signal),
      readCash: async () => (await client.getAccountBalance({}, { when: 'now' })).value,
      balanceFreeAt: async () => (await client.quotaStatus('account/balance')).nextFreeAt,
      changed: () => pulse('account'),
    });

    const toolbar = createToolbar(browser.action);
    let hasShown = false;
    const lookout = createLookout({ clock, states });
    const mirror = createMirror({
      clock,
      states,
      store: mirrorStore,
      cache: mirrorCache,
      client,
      lookout,
      async account() {
        const { id, linked, scopes, balance } = await account.status();
        return { id, linked, scopes, balanceAt: balance?.at ?? null };
      },
      activeAccount: () => accounts.active(),
      knownAccounts: async () => (await accounts.read()).known.map(({ id }) => id),
      readBalance: () => account.readBalance(),
      async limits() {
        const { budgetMb, keepDays } = (await preferences.read()).mirror;
        return { bytes: budgetMb * 1_000_000, ageMs: keepDays * 86_400_000 };
      },
      wakeAt: wakeMirrorAt,
      changed: pulse,
      showProgress(progress) {
        hasShown = true;
        return toolbar.show(progress);
      },
      alone: createAlone('bondlens-mirror'),
      keepAwake,
    });
    /** Starts what is due; nobody waits for it, and how it ends is on record, where the popup reads it. */
    const runMirror = (): void =>
      void hosts
        .isAllowed()
        .then((isAllowed) => (isAllowed ? mirror.run() : undefined))
        .catch(() => undefined);
    browser.permissions.onAdded.addListener(runMirror);

    const pullWhenLinked = async (status: AccountStatus): Promise<AccountStatus> => {
      if (status.linked && status.question === null) {
        await mirror.ask(['listings']);
        runMirror();
      }
      return status;
    };

    const changePreferences = async (parts: Partial<Preferences>): Promise<Preferences> => {
      const changed = await navigator.locks.request('bondlens-preferences', () => preferences.change(parts));
      await pulse('preferences');
      return changed;
    };
    const kept = createKeptRepository(open);
    const {
      backup,
      schedule,
      handlers: backupHandlers,
    } = startBackups({
      clock,
      kept,
      accounts,
      states,
      secrets: secretRecords,
      preferences: { read: () => preferences.read(), change: changePreferences },
    });
    const drafts = createDraftsRepository(open);
    const finder = createNoteFinder(notes, async (auctionNumber) => {
      const [record = null] = await findRecords([{ auctionNumber }], mirrorCache, foundFields);
      return record;
    });
    onPulse('notes', finder.forget, new AbortController().signal);

    serve({
      'rows.describe': async ({ rows, fields, table }) => {
        const asked = { account: await accounts.active(), fields, table };
        const described = await describeRows(rows, asked, mirrorCache, notes);
        // The page does not wait for what its look may set off.
        void clock.sleep(lookDelayMs).then(async () => {
          const seen = described.map(({ record }) => record?.loanPartId);
          if (await lookout.noteLook(seen.filter((id) => typeof id === 'string'))) runMirror();
        });
        return { rows: described };
      },
      ...createNotesHandlers({
        clock,
        notes,
        drafts,
        tags: createTagsRepository(open),
        finder,
        isEditorOpen: (tab, editor) => isEditorOpen(tab, editor, clock),
        findAccount: (id) => accounts.find(id),
        readBrowserId: () => readBrowserId(states),
        changed: () => pulse('notes'),
      }),
      ...createManyNotesHandlers({
        clock,
        kept,
        notes,
        findAccount: (id) => accounts.find(id),
        readBrowserId: () => readBrowserId(states),
        readPreferences: async () => filePreferences(await preferences.read()),
        changed: () => pulse('notes'),
      }),
      ...backupHandlers,
      'preferences.get': () => preferences.read(),
      'preferences.change': (parts) => changePreferences(parts),
      'options.open': async () => {
        await browser.runtime.openOptionsPage();
        return null;
      },
      ...pageHandlers,
      'scripts.load': ({ script }, place) => loadScript(script, place),
      'account.status': () => account.status(),
      'account.link': async ({ scopes }) => pullWhenLinked(await keepAwake(() => account.link(scopes))),
      'account.linkToken': async ({ token }) => pullWhenLinked(await account.linkToken(token)),
      'account.unlink': () => account.unlink(),
      'account.readBalance': () => account.readBalance(),
      'account.identify': async ({ same }) => pullWhenLinked(await account.identify(same)),
      'account.activate': ({ id }) => account.activate(id),
      'account.rename': ({ id, label }) => account.rename(id, label),
      'application.status': () => application.status(),
      'application.save': (entered) => application.save(entered),
      'market.status': () => mirror.status(),
      'market.pull': async () => {
        await hosts.demand();
        await mirror.ask(['listings']);
        runMirror();
        return mirror.status();
      },
      'market.stop': async () => {
        await mirror.stop();
        return mirror.status();
      },
      'events.since': () => mirror.news(),
      'events.seen': ({ upTo }) => mirror.markSeen(upTo),
      'mirror.age': async () => ({ at: await mirror.age() }),
      'mirror.clear': async () => {
        await mirror.clear();
        runMirror();
        return mirror.status();
      },
    });

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === mirrorAlarm) runMirror();
      if (name === careAlarm) {
        void careForNotes({ clock, notes, drafts, backup });
        void schedule.runIfDue().catch(() => undefined);
      }
    });
    // What woke the background is answered first.
    void clock.sleep(tidyDelayMs).then(async () => {
      // What the background before this one showed may not be true any more.
      if (!hasShown) await toolbar.show(null);
      // Browsers may forget alarms when they close, so each start of the background looks after its own.
      if ((await browser.alarms.get(mirrorAlarm)) === undefined)
        await wakeMirrorAt(clock.now() + startDelayMs);
      if ((await browser.alarms.get(careAlarm)) === undefined)
        await browser.alarms.create(careAlarm, { delayInMinutes: 1, periodInMinutes: careMinutes });
    });

    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.runtime.openOptionsPage();
    });
  },
});

/** @param at epoch ms; null for never */
async function wakeMirrorAt(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(mirrorAlarm);
  else await browser.alarms.create(mirrorAlarm, { when: at });
}

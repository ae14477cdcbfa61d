import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { AppError } from '#lib/base/app-error.ts';
import { systemClock } from '#lib/base/clock.ts';
import { scopes as knownScopes } from '#lib/base/permissions.ts';
import { createClient } from '#lib/bondora/client.ts';
import { itemFields } from '#lib/bondora/item-fields.ts';
import { signIn } from '#lib/bondora/sign-in.ts';
import { revokeToken } from '#lib/bondora/token-call.ts';
import { createTokenKeeper } from '#lib/bondora/token-keeper.ts';
import type { AccountStatus } from '#lib/messages/protocol.ts';
import { pulse } from '#lib/messages/pulse.ts';
import { serve } from '#lib/messages/serve.ts';
import { createMirrorCache } from '#lib/mirror/mirror-cache.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createMirrorStore } from '#lib/store/mirror-store.ts';
import { createDraftsRepository } from '#lib/store/drafts-repository.ts';
import { createNotesRepository } from '#lib/store/notes-repository.ts';
import { createPreferencesStore } from '#lib/store/preferences-store.ts';
import { createRecords } from '#lib/store/records.ts';
import { createTagsRepository } from '#lib/store/tags-repository.ts';
import { createAccountService } from './account.ts';
import { createAccounts } from './accounts.ts';
import { createAlone } from './alone.ts';
import { createApplicationService } from './application.ts';
import { readBrowserId } from './browser-id.ts';
import { describeRows } from './describe-rows.ts';
import { createLookout, isOrderExpected } from './lookout.ts';
import { inspectAccount } from './inspect-account.ts';
import { keepAwake } from './keep-awake.ts';
import { loadPanels } from './load-panels.ts';
import { createMarketService } from './market.ts';
import { createNotesHandlers } from './notes.ts';
import { createQuotaStore, createSecrets } from './stores.ts';

// The most that one call of the market gives; each page is a call, and there are five an hour.
const marketPageSize = 100_000;
const pullAlarm = 'pull';
const pullAlarmMinutes = 10;

export default defineBackground({
  type: 'module',
  main() {
    const clock = systemClock;
    const open = createDatabase();
    const states = createRecords(open, 'states');
    const secrets = createSecrets(createRecords(open, 'secrets'));
    const mirror = createMirrorStore(open).tables;
    const mirrorCache = createMirrorCache(mirror);
    const notes = createNotesRepository(open);
    const accounts = createAccounts(states);
    const preferences = createPreferencesStore(browser.storage.local);
    const fetch = globalThis.fetch.bind(globalThis);

    const quotaStore = createQuotaStore(states);
    const clientParts = { fetch, clock, quotaStore, random: Math.random };
    const client = createClient({
      ...clientParts,
      isOrderExpected: () => isOrderExpected({ clock, states }),
      ...createTokenKeeper({
        fetch,
        clock,
        tokens: secrets.tokensOf(() => accounts.active()),
        readApplication: () => secrets.readUsableApplication(),
      }),
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

    const pulling = createAlone('bondlens-pull');
    const marketService = createMarketService({
      clock,
      states,
      mirror,
      fetchPage: async (pageNr, signal) => {
        const answer = await client.stream(
          'listSecondaryMarket',
          { pageSize: marketPageSize, pageNr },
          { signal, when: 'now' },
        );
        return answer.body ?? new Blob().stream();
      },
      fields: itemFields.listSecondaryMarket,
      quota: () => client.quotaStatus('secondarymarket'),
      changed: () => pulse('market'),
      alone: (work) => pulling.run(() => keepAwake(work)),
      isRunning: () => pulling.isRunning(),
    });
    /** Starts a pull that nobody waits for; how it ends is on record, where the popup reads it. */
    const startPull = (): void => void marketService.pull().catch(() => undefined);

    const pullWhenLinked = (status: AccountStatus): AccountStatus => {
      if (status.linked && status.question === null) startPull();
      return status;
    };

    const lookout = createLookout({
      clock,
      states,
      isLinked: async () => (await account.status()).linked,
      market: () => marketService.status(),
    });

    const notThere = (): never => {
      throw new AppError('internal', 'This version of Bondlens cannot do that.');
    };

    serve({
      'rows.describe': async ({ rows }) => {
        const described = await describeRows(rows, { account: await accounts.active() }, mirrorCache, notes);
        await lookout.noteLook();
        return { rows: described };
      },
      ...createNotesHandlers({
        clock,
        notes,
        drafts: createDraftsRepository(open),
        tags: createTagsRepository(open),
        findAccount: (id) => accounts.find(id),
        readBrowserId: () => readBrowserId(states),
        changed: () => pulse('notes'),
      }),
      'preferences.get': () => preferences.read(),
      'preferences.change': async (parts) => {
        const changed = await navigator.locks.request('bondlens-preferences', () =>
          preferences.change(parts),
        );
        await pulse('preferences');
        return changed;
      },
      'options.open': async () => {
        await browser.runtime.openOptionsPage();
        return null;
      },
      'panels.load': (_, place) => loadPanels(place),
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
      'market.status': () => marketService.status(),
      'market.pull': async () => {
        startPull();
        return marketService.status();
      },
      // The runner of the mirror takes these over.
      'market.stop': notThere,
      'events.since': () => ({ since: null, upTo: null, counts: {}, newest: [] }),
      'events.seen': notThere,
      'mirror.clear': notThere,
    });

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === pullAlarm) void lookout.isPullDue().then((due) => due && startPull());
    });
    // Browsers may forget alarms when they close, so each start of the background looks after its own.
    void browser.alarms.get(pullAlarm).then((alarm) => {
      if (alarm === undefined) void browser.alarms.create(pullAlarm, { periodInMinutes: pullAlarmMinutes });
    });

    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.runtime.openOptionsPage();
    });
  },
});

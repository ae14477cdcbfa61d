import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { readEvents } from '#lib/mirror/events.ts';
import { openKept, testAccount } from './mirror-rig.ts';
import { createStage } from './mirror-stage.ts';
import { answerWith, cutOff, guid, listing } from './scripted-bondora.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('the mirror', () => {
  it('is empty before the first pull, and says that an account is needed', async () => {
    const { rig } = createStage();
    rig.account.token = null;
    expect(await rig.mirror.status()).toMatchObject({
      listings: 0,
      pulledAt: null,
      parts: [],
      running: false,
      plan: ['Nothing is read from Bondora until an account is linked.'],
    });
  });

  it('holds the market once it was pulled, and for somebody who looks everything else too', async () => {
    const { rig, bondora, pull, run } = createStage();
    bondora.lists['secondarymarket'] = [listing(1), listing(2)];
    await pull();
    expect(bondora.calls).toEqual(['secondarymarket']);
    expect(await rig.mirror.status()).toMatchObject({
      listings: 2,
      running: false,
      problem: null,
      callsLeft: 4,
    });
    await rig.lookout.noteLook([]);
    await run();
    expect(new Set(bondora.calls.slice(1))).toEqual(
      new Set(['account/investments', 'bids', 'account/balance', 'eventlog', 'auctions', 'loanpart/list']),
    );
    const { parts } = await rig.mirror.status();
    expect(parts.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['listings', 'auctions', 'investments', 'details', 'balance', 'event-log']),
    );
  });

  it('asks for no list whose permission is missing, and says so', async () => {
    const { rig, bondora, run } = createStage();
    rig.account.scopes = [];
    await rig.lookout.noteLook([]);
    await run();
    expect(bondora.calls).not.toContain('account/investments');
    expect(bondora.calls).not.toContain('bids');
    expect((await rig.mirror.status()).plan).toContain(
      'Your investments are not read: the permission Investments was not granted.',
    );
  });

  it.each<[string, () => Response | Promise<Response>, RegExp]>([
    ['breaks off', cutOff, /broke off/],
    ['says no', () => Response.json({ Success: false, Payload: [], Errors: [] }), /error/],
    [
      'is lost with the network',
      () => Promise.reject(new TypeError('Failed to fetch')),
      /could not be reached/,
    ],
    ['holds nothing at all', () => answerWith({ TotalCount: 0, Payload: [] }), /not believed/],
  ])(
    'stays as it was when an answer %s, says so, and takes it back with the next pull',
    async (_, fault, sentence) => {
      const { rig, bondora, pull, pass } = createStage();
      bondora.lists['secondarymarket'] = [listing(1), listing(2)];
      await pull();
      const before = await rig.mirror.status();
      await pass(hour);
      // Twice, for a read is tried twice.
      bondora.instead['secondarymarket'] = sentence.source.includes('reached') ? [fault, fault] : [fault];
      await pull();
      expect(await rig.mirror.status()).toMatchObject({
        listings: 2,
        pulledAt: before.pulledAt,
        problem: expect.stringMatching(sentence),
      });
      await pass(hour);
      await pull();
      expect(await rig.mirror.status()).toMatchObject({ listings: 2, problem: null });
      expect(await readEvents(rig.cache, null, 10)).toEqual([]);
    },
  );

  it('believes an empty market when the next pull says the same', async () => {
    const { rig, bondora, pull, pass } = createStage();
    bondora.lists['secondarymarket'] = [listing(1)];
    await pull();
    bondora.lists['secondarymarket'] = [];
    for (let n = 0; n < 2; n += 1) {
      await pass(hour);
      await pull();
    }
    expect(await rig.mirror.status()).toMatchObject({ listings: 0, problem: null });
  });

  it('leaves out an item without an id, and ends where a list shrinks while it is paged', async () => {
    const { rig, bondora, pull } = createStage();
    bondora.pageSize = 2;
    bondora.lists['secondarymarket'] = [listing(1), { ...listing(2), Id: null }, listing(3), listing(4)];
    bondora.instead['secondarymarket'] = [
      () => {
        const page = answerWith({ TotalCount: 4, Payload: bondora.lists['secondarymarket']?.slice(0, 2) });
        bondora.lists['secondarymarket'] = bondora.lists['secondarymarket']?.slice(0, 2) ?? [];
        return page;
      },
    ];
    await pull();
    expect(bondora.calls).toEqual(['secondarymarket', 'secondarymarket 2']);
    expect(await rig.mirror.status()).toMatchObject({ listings: 1, problem: null });
  });

  it('goes on at the next page after a broken connection, and from the first after an hour of sleep', async () => {
    const { rig, bondora, run, pass } = createStage();
    bondora.pageSize = 1;
    bondora.lists['secondarymarket'] = [listing(1), listing(2)];
    const second = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
    const first = (): Response => answerWith({ TotalCount: 2, Payload: [listing(1)] });
    bondora.instead['secondarymarket'] = [first, second, second];
    await rig.mirror.ask(['listings']);
    await run();
    expect(bondora.calls.splice(0)).toEqual(['secondarymarket', 'secondarymarket 2', 'secondarymarket 2']);
    await pass(2 * minute);
    await run();
    expect(bondora.calls.splice(0)).toEqual(['secondarymarket 2']);
    expect(await rig.mirror.status()).toMatchObject({ listings: 2, problem: null });

    await pass(2 * hour);
    bondora.instead['secondarymarket'] = [first, second, second];
    await rig.mirror.ask(['listings']);
    await run();
    bondora.calls.splice(0);
    await pass(hour);
    await rig.mirror.ask(['listings']);
    await run();
    expect(bondora.calls).toEqual(['secondarymarket', 'secondarymarket 2']);
  });

  it('stays as it was on a full disk, and says so', async () => {
    const kept = openKept(crypto.randomUUID());
    const { rig, bondora, pull, pass } = createStage(kept);
    bondora.lists['secondarymarket'] = [listing(1)];
    await pull();
    const commit = kept.store.tables.commit.bind(kept.store.tables);
    kept.store.tables.commit = () => Promise.reject(new AppError('disk-full', 'The disk is full.'));
    bondora.lists['secondarymarket'] = [listing(1), listing(2)];
    await pass(hour);
    await pull();
    expect(await rig.mirror.status()).toMatchObject({ listings: 1, problemCode: 'disk-full' });
    kept.store.tables.commit = commit;
    await pass(hour);
    await pull();
    expect(await rig.mirror.status()).toMatchObject({ listings: 2, problemCode: null });
  });

  it('is pulled once by two who run it at once', async () => {
    const { rig, bondora, another } = createStage();
    bondora.lists['secondarymarket'] = [listing(1)];
    const other = another();
    await rig.mirror.ask(['listings']);
    await Promise.all([rig.mirror.run(), other.mirror.run()]);
    expect(bondora.calls).toEqual(['secondarymarket']);
    expect(await other.mirror.status()).toMatchObject({ listings: 1 });
  });

  it('keeps nothing of a pull that a person stops', async () => {
    const { rig, bondora, pull } = createStage();
    bondora.pageSize = 1;
    bondora.lists['secondarymarket'] = [listing(1), listing(2)];
    bondora.instead['secondarymarket'] = [
      () => answerWith({ TotalCount: 2, Payload: [listing(1)] }),
      async () => {
        void rig.mirror.stop();
        return new Promise<never>(() => undefined);
      },
    ];
    await pull();
    expect(await rig.store.tables.readStaged('listings')).toEqual([]);
    const status = await rig.mirror.status();
    expect(status).toMatchObject({ listings: 0, running: false, problem: null });
    expect(status.stoppedUntil).toBeGreaterThan(0);
  });

  it('never shows one account what belongs to another', async () => {
    const { rig, bondora, run } = createStage();
    bondora.lists['account/investments'] = [{ LoanPartId: guid(1), LoanStatusCode: 2 }];
    await rig.lookout.noteLook([]);
    await run();
    const find = async (): Promise<number | undefined> =>
      (await rig.mirror.status()).parts.find(({ part }) => part === 'investments')?.rows;
    expect(await find()).toBe(1);
    rig.account.id = '22222222-2222-4222-8222-222222222222' as typeof testAccount;
    expect(await find()).toBeUndefined();
    bondora.lists['account/investments'] = [{ LoanPartId: guid(2) }, { LoanPartId: guid(3) }];
    await run();
    expect(await find()).toBe(2);
    // It is another portfolio, not one that changed.
    expect(await readEvents(rig.cache, null, 10)).toEqual([]);
  });

  it('keeps nothing that was read while the account was changed', async () => {
    const { rig, bondora, run } = createStage();
    bondora.instead['account/investments'] = [
      () => {
        rig.account.id = '22222222-2222-4222-8222-222222222222' as typeof testAccount;
        return answerWith({ TotalCount: 1, Payload: [{ LoanPartId: guid(1) }] });
      },
    ];
    await rig.lookout.noteLook([]);
    await run();
    rig.account.id = testAccount;
    const { parts, problem } = await rig.mirror.status();
    expect(parts.find(({ part }) => part === 'investments')).toBeUndefined();
    expect(problem).toBeNull();
  });

  it('is empty again when a person wishes so, and its news are forgotten', async () => {
    const { rig, bondora, pull, pass } = createStage();
    bondora.lists['secondarymarket'] = [listing(1)];
    await pull();
    bondora.lists['secondarymarket'] = [listing(1), listing(2)];
    await pass(hour);
    await pull();
    await rig.mirror.clear();
    expect(await rig.mirror.status()).toMatchObject({ listings: 0, pulledAt: null });
    expect(await rig.mirror.news()).toEqual({ since: null, upTo: null, counts: {}, newest: [] });
  });
});

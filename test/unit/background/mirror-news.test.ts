import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createStage } from './mirror-stage.ts';
import { guid, listing } from './scripted-bondora.ts';

const hour = 3_600_000;

describe('the news of the mirror', () => {
  it('tells what happened since it was last seen, once each', async () => {
    const { rig, bondora, pull, pass } = createStage();
    bondora.lists['secondarymarket'] = [listing(1), listing(2)];
    expect(await rig.mirror.news()).toEqual({ since: null, upTo: null, counts: {}, newest: [] });
    await pull();
    const { pulledAt } = await rig.mirror.status();
    expect((await rig.mirror.news()).since).toBeNull();
    bondora.lists['secondarymarket'] = [listing(1, { DesiredDiscountRate: -8 }), listing(3)];
    bondora.summaries[guid(2)] = { Id: guid(2), StatusCode: 2, ActualCloseDate: '2026-01-05T10:00:00Z' };
    await pass(hour);
    await pull();
    const news = await rig.mirror.news();
    expect(news).toMatchObject({ since: pulledAt, counts: { listed: 1, cheaper: 1, sold: 1 } });
    expect(news.newest).toEqual([
      expect.objectContaining({ kind: 'listed', listingId: guid(3), auctionId: guid(2003) }),
      expect.objectContaining({
        kind: 'cheaper',
        listingId: guid(1),
        field: 'discount',
        from: -0.05,
        to: -0.08,
      }),
      expect.objectContaining({
        kind: 'sold',
        listingId: guid(2),
        auctionNumber: 502,
        rating: 'B',
        price: 10,
      }),
    ]);
    const after = await rig.mirror.markSeen(news.upTo ?? 0);
    expect(after).toMatchObject({ upTo: null, counts: {}, newest: [] });
    expect(after.since).toBeGreaterThan(pulledAt ?? 0);
  });

  it('shows some of each kind, however many were sold', async () => {
    const { rig, bondora, pull, pass } = createStage();
    const numbers = Array.from({ length: 60 }, (_, n) => n + 1);
    bondora.lists['secondarymarket'] = numbers.map((n) => listing(n));
    await pull();
    const kept = numbers
      .slice(30)
      .map((n) => (n < 34 ? listing(n, { DesiredDiscountRate: -8 }) : listing(n)));
    bondora.lists['secondarymarket'] = [...kept, listing(61), listing(62)];
    for (const n of numbers.slice(0, 30)) bondora.summaries[guid(n)] = { Id: guid(n), StatusCode: 2 };
    await pass(hour);
    await pull();
    const { counts, newest } = await rig.mirror.news();
    expect(counts).toMatchObject({ listed: 2, cheaper: 3, sold: 30 });
    expect(newest.map(({ kind }) => kind).join(' ')).toMatch(
      /^listed cheaper sold listed cheaper sold cheaper( sold){13}$/,
    );
  });
});

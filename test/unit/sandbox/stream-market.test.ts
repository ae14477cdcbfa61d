import { describe, expect, it } from 'vitest';
import { createSecondMarketItem } from '#test/sandbox/api/second-market-item.ts';
import { streamMarketPage } from '#test/sandbox/api/stream-market.ts';
import { createWorld } from '#test/sandbox/world/create-world.ts';

const start = Date.UTC(2026, 10, 22, 12);
const whole = { pageSize: 100_000, pageNr: 1 };

describe('a market page as a stream', () => {
  it('is the JSON of its envelope, money with ten decimals', async () => {
    const world = createWorld({ seed: 9, listings: 300, holdings: 8, startedAt: start });
    const listings = world.listOpen();
    const text = await streamMarketPage(world, listings, whole, '').text();
    expect(JSON.parse(text)).toEqual({
      PageSize: 100_000,
      PageNr: 1,
      TotalCount: 300,
      Count: 300,
      Payload: listings.map((listing) => createSecondMarketItem(world, listing)),
      Success: true,
      Errors: null,
    });
    const prices = text.match(/"(Price|Fee|PrincipalRemaining)": .*/g) ?? [];
    expect(prices).toHaveLength(900);
    expect(prices.filter((line) => !/: \d+\.\d{10},$/.test(line))).toEqual([]);
  });

  it('is valid where nothing is found', async () => {
    const world = createWorld({ seed: 9, listings: 5, holdings: 0, startedAt: start });
    const body: unknown = await streamMarketPage(world, [], whole, '').json();
    expect(body).toMatchObject({ TotalCount: 0, Count: 0, Payload: [] });
  });

  it('is written while it is read, chunk by chunk', async () => {
    const world = createWorld({ seed: 9, listings: 3000, holdings: 0, startedAt: start });
    const reader = streamMarketPage(world, world.listOpen(), whole, '').body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.byteLength).toBeLessThan(300_000);
    // What has not been written yet is written as it stands then.
    for (const listing of world.listOpen()) listing.discount = -33;
    let rest = '';
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      rest += Buffer.from(chunk.value).toString();
    }
    const rates = rest.match(/"DesiredDiscountRate": -?\d+/g) ?? [];
    expect(rates.length).toBeGreaterThan(2500);
    expect(new Set(rates.slice(200))).toEqual(new Set(['"DesiredDiscountRate": -33']));
  });

  it('of real size weighs two kilobytes an item, and is not written twice while nothing changes', async () => {
    const world = createWorld({ seed: 9, listings: 20_000, holdings: 0, startedAt: start });
    const read = () => streamMarketPage(world, world.listOpen(), whole, 'all').arrayBuffer();
    const first = await read();
    expect(first.byteLength).toBeGreaterThan(20_000 * 2000);
    const listing = world.listOpen()[0];
    if (!listing) throw new Error('nothing on sale');
    listing.discount = -44;
    expect(Buffer.from(await read()).equals(Buffer.from(first))).toBe(true);
    world.touch();
    expect(Buffer.from(await read()).toString()).toContain('"DesiredDiscountRate": -44');
  });
});

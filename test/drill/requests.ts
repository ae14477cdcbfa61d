import type { BondoraClient } from '#lib/bondora/client.ts';
import { AppError } from '#lib/base/app-error.ts';
import { signIn } from '#lib/bondora/sign-in.ts';
import { createTestClient, testApplication } from '#test/unit/bondora/client-rig.ts';
import { createMemoryStores, type MemoryStores } from '#test/unit/bondora/memory-stores.ts';
import { createMortalBackground, type MortalBackground } from '#test/unit/bondora/mortal-background.ts';
import { createOwnedClock, type OwnedClock } from '#test/unit/bondora/owned-clock.ts';
import { createSeededRandom } from '#test/unit/bondora/seeded-random.ts';
import { createSimulatedServer, type SimulatedServer } from '#test/unit/bondora/simulated-server.ts';
import { createSimulatedTokens, type SimulatedTokens } from '#test/unit/bondora/simulated-tokens.ts';

export const area = 'requests';

/** What outlives a background. */
interface World {
  clock: OwnedClock;
  random: () => number;
  stores: MemoryStores;
  tokens: SimulatedTokens;
  server: SimulatedServer;
  /** Pages that are on disk, of so many to read. */
  pages: Set<number>;
  pagesToRead: number;
  /** Orders on record as sent, by id. */
  orders: Set<string>;
  errors: string[];
}

const errorsThatMayBe = new Set(['rate-limited', 'not-linked']);

/**
 * Ends the background at random moments in sign-ins, renewals, reads and orders, and starts it again over what it left on
 * disk. Held when no call was refused for its quota, the account never lost its link, no code was exchanged twice, every
 * page was read and no more reads were spent than deaths cost, no order was sent twice, and nothing failed in another way.
 */
export async function run({ steps = 200, seed = 1 }: { steps?: number; seed?: number } = {}): Promise<{
  line: string;
  held: boolean;
}> {
  const world = createWorld(seed, steps);
  const { clock, random, stores, tokens, server, pages, pagesToRead } = world;
  const killed: Record<string, number> = {};
  let lost = 0;
  let linked = false;

  for (let step = 0; step < steps; step += 1) {
    const life = createMortalBackground(server.fetch, clock, stores);
    const client = createTestClient({ ...life, random });
    const [activity, begin] = chooseActivity(world, linked);
    void begin(world, life, client).catch((error: unknown) => note(world, error));
    // Most deaths come early, where the writes to disk and the requests are.
    await clock.advance(random() ** 3 * 4000);
    life.kill();
    killed[activity] = (killed[activity] ?? 0) + 1;
    linked ||= stores.tokens.current() !== undefined;
    if (linked && stores.tokens.current()?.refreshToken === null) lost += 1;
    if (random() < 0.1) tokens.withdrawAll();
    await clock.advance(random() * (random() < 0.2 ? 4_000_000 : 20_000));
  }

  // The last background lives, and brings everything to its end.
  const client = createTestClient({ fetch: server.fetch, clock, stores, random });
  const life = createMortalBackground(server.fetch, clock, stores);
  await clock.runUntil(finish(world, life, client)).catch((error: unknown) => note(world, error));

  const refused = server.arrivals.filter(({ refused: isRefused }) => isRefused).length;
  const codes = tokens.exchanged.length - new Set(tokens.exchanged).size;
  const bought = server.arrivals.filter(({ key }) => key === 'secondarymarket/buy').map(({ body }) => body);
  const twice = bought.length - new Set(bought).size;
  const unread = pagesToRead - pages.size;
  const answered = server.arrivals.filter(({ key, status }) => key === 'auctions' && status === 200).length;
  // A death may cost the one read that was under way, and no more.
  const wasted = Math.max(0, answered - pages.size - (killed['reads'] ?? 0));
  const held = [refused, codes, twice, unread, wasted, lost, world.errors.length].every((bad) => bad === 0);
  const counts = Object.entries(killed).map(([name, times]) => `${times} in ${name}`);
  const line =
    `${steps} deaths (${counts.join(', ')}), ${server.arrivals.length} calls, ` +
    `${tokens.exchanged.length} sign-ins, ${tokens.renewed.length} renewals, ${pages.size} pages, ` +
    `${bought.length} orders; refused ${refused}, links lost ${lost}, codes twice ${codes}, ` +
    `orders twice ${twice}, pages unread ${unread}, reads wasted ${wasted}, ` +
    `other errors ${world.errors.length}${world.errors.length > 0 ? `: ${[...new Set(world.errors)].join(', ')}` : ''}`;
  return { line, held };
}

type Activity = (world: World, life: MortalBackground, client: BondoraClient) => Promise<void>;

function createWorld(seed: number, pagesToRead: number): World {
  const clock = createOwnedClock();
  const random = createSeededRandom(seed);
  const tokens = createSimulatedTokens(clock);
  const server = createSimulatedServer({
    clock,
    tokens,
    travel: () => ({ there: random() * 400, back: random() * 800 }),
  });
  // Steps of a store take time, so that deaths come between them too.
  const stores = createMemoryStores(undefined, () => clock.sleep(random() * 20));
  return {
    clock,
    random,
    stores,
    tokens,
    server,
    pages: new Set(),
    pagesToRead,
    orders: new Set(),
    errors: [],
  };
}

function chooseActivity({ random }: World, linked: boolean): [name: string, begin: Activity] {
  const dice = random();
  if (!linked || dice < 0.15) return ['sign-in', link];
  if (dice < 0.35) return ['renewal', renew];
  return dice < 0.9 ? ['reads', readPages] : ['orders', order];
}

const link: Activity = async ({ clock, random, tokens, stores }, life) => {
  const grant = await signIn({
    fetch: life.fetch,
    clock: life.clock,
    application: testApplication,
    redirectUrl: 'https://abcdefgh.chromiumapp.org/',
    scopes: ['Investments'],
    signInHost: 'app.bondora.com',
    createState: () => String(random()),
    signal: new AbortController().signal,
    launchWebAuthFlow: async ({ url }) => {
      await clock.sleep(random() * 500);
      const state = new URL(url).searchParams.get('state') ?? '';
      return `https://abcdefgh.chromiumapp.org/?${new URLSearchParams({ code: tokens.consent(), state }).toString()}`;
    },
  });
  if (life.isAlive()) stores.tokens.write(grant);
};

const renew: Activity = async ({ tokens }, _life, client) => {
  tokens.withdrawAll();
  await Promise.all([
    client.getAccountBalance({}, { when: 'now' }),
    client.listEvents({}, { when: 'now' }),
    client.listBids({}, { when: 'now' }),
  ]);
};

const readPages: Activity = async (world, life, client) => {
  const { pages, pagesToRead, random } = world;
  for (let page = 1; page <= pagesToRead && life.isAlive(); page += 1) {
    if (pages.has(page)) continue;
    await client.listAuctions({ pageNr: page }, { priority: 'sync' });
    pages.add(page);
    if (random() < 0.2) {
      const market = client.listSecondaryMarket({}, { priority: 'sync', when: 'now' });
      await market.catch((error: unknown) => note(world, error));
    }
  }
};

const order: Activity = async ({ orders }, _life, client) => {
  const id = `0a0b0c0d-1111-2222-3333-${String(orders.size).padStart(12, '0')}`;
  // On record before it leaves: what is there after a death is looked up, and never sent again.
  orders.add(id);
  await client.buySecondaryMarket({ ids: [id] });
};

const finish: Activity = async (world, life, client) => {
  await readPages(world, life, client);
  await client.getAccountBalance({});
};

function note(world: World, error: unknown): void {
  const code = error instanceof AppError ? error.code : String(error);
  // An order that met a token that had run out says so and was not sent.
  const isRenewed = error instanceof AppError && error.data['renewed'] === true;
  if (!errorsThatMayBe.has(code) && !isRenewed) world.errors.push(code);
}

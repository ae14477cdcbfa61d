import { parseArgs } from 'node:util';
import { dayInTallinn } from '#lib/base/day.ts';
import { systemClock } from '#lib/base/clock.ts';
import { decodeSecondMarketItem } from '#lib/bondora/second-market-item.ts';
import { withDerivedFields } from '#lib/views/derive.ts';
import { createSecondMarketItem } from '#test/sandbox/api/second-market-item.ts';
import { createWorld } from '#test/sandbox/world/create-world.ts';
import { explainRows } from './explain-rows.ts';

const usage = 'Usage: npm run explain -- "FORMULA" [--listings N] [--seed S] [--show ROWS]';

/** Prints what a formula says of listings of the sandbox, and why. Exits with 1 where the formula has a fault. */
function main(args: readonly string[]): void {
  const { formula, listings, seed, show } = readArguments(args);
  const now = systemClock.now();
  const today = dayInTallinn(now);
  const world = createWorld({ seed, listings, holdings: 0, startedAt: now });
  const records = world.listOpen().flatMap((listing) => {
    const item = decodeSecondMarketItem(createSecondMarketItem(world, listing), []);
    if (item === undefined) return [];
    // Lists are no fields.
    const { debtManagementEvents: _, loanTransfers: __, scheduledPayments: ___, ...fields } = item;
    return [withDerivedFields(fields, today)];
  });
  const said = explainRows(formula, records, today, show);
  if ('faults' in said) fail(said.faults);
  process.stdout.write(`${said.text}\n`);
}

function readArguments(args: readonly string[]): {
  formula: string;
  listings: number;
  seed: number;
  show: number;
} {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      options: {
        listings: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        show: { type: 'string', default: '3' },
      },
      allowPositionals: true,
    });
  } catch {
    return fail(`The arguments are not understood. ${usage}`);
  }
  const [formula, ...others] = parsed.positionals;
  if (formula === undefined || others.length > 0)
    return fail(`One formula must be given, in quotation marks. ${usage}`);
  const [listings, seed, show] = [parsed.values.listings, parsed.values.seed, parsed.values.show].map(
    (text) => (/^\d{1,6}$/.test(text) ? Number(text) : fail(`"${text}" is not a whole number. ${usage}`)),
  ) as [number, number, number];
  return { formula, listings, seed, show };
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

main(process.argv.slice(2));

import { parseArgs } from 'node:util';
import { startSandbox } from './server.ts';
import { siteAddresses } from './site/site-addresses.ts';
import { describeAxes } from './site/variant.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    seed: { type: 'string' },
    listings: { type: 'string' },
    loans: { type: 'string' },
    moving: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(`Bondora on this machine: site, API and sign-in over one seeded market.

  --port N        instead of a free one
  --seed N        another seed, another market
  --listings N    how many parts are on sale
  --loans FILE    builds the market out of a loan book
  --moving        others trade and borrowers pay as time goes by

Pages of www.bondora.com and app.bondora.com (en, et, de, fi, es; Greek and Polish headers at /el and /pl):

${siteAddresses.map(([address, what]) => `  ${address.padEnd(36)}${what}`).join('\n')}

Lists take ?pageNr= &pageSize= &columns=cost,rating,… and what their forms send; any page takes ?variant=, parts joined by
commas, such as ?variant=numbers:comma-thin,ids:href,broken:totals+odd,look:dark

${describeAxes()}`);
  process.exit(0);
}

/** A whole number given on the command line, or undefined when it was not given. */
function readNumber(name: 'port' | 'seed' | 'listings'): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}

const started = performance.now();
const sandbox = await startSandbox({
  seed: readNumber('seed') ?? 1,
  listings: readNumber('listings') ?? 2000,
  port: readNumber('port') ?? 0,
  moving: values.moving ?? false,
  ...(values.loans === undefined ? {} : { loansFile: values.loans }),
});
const hosts = ['www', 'app', 'api'].map((name) => `MAP ${name}.bondora.com 127.0.0.1:${sandbox.port}`);

console.log(`Bondora sandbox: ${sandbox.world.listOpen().length} listings of ${sandbox.world.loans.length} loans, ready in ${Math.round(performance.now() - started)} ms

  control        ${sandbox.origin}/_sandbox
  site           https://www.bondora.com/en/secondmarket
  application    ${sandbox.application.clientId}
  its secret     ${sandbox.application.clientSecret}
  pasted token   ${sandbox.pastedToken}

Open a browser against it (nothing leaves this machine):

  chromium --user-data-dir=$(mktemp -d) --no-first-run \\
    --ignore-certificate-errors-spki-list=${sandbox.spkiHash} \\
    --host-resolver-rules="${hosts.join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1" \\
    https://www.bondora.com/en/secondmarket

Ctrl+C ends it.`);

process.once('SIGINT', () => {
  void sandbox.close().then(() => process.exit(0));
});

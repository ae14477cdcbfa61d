import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { dayInTallinn } from '#lib/base/day.ts';
import { systemClock } from '#lib/base/clock.ts';
import { readPage } from '#lib/site/read-page.ts';
import { deriveFields } from '#lib/views/derive.ts';
import { describeReport } from '#test/pages/describe-report.ts';

const usage = 'Usage: npm run read-page -- FILE --url ADDRESS';

/** Prints as JSON what the reader makes of a saved page. Exits with 1 and one sentence when it cannot begin. */
function main(args: readonly string[]): void {
  const { path, url } = readArguments(args);
  const today = dayInTallinn(systemClock.now());
  const page = new JSDOM(readSavedPage(path), {
    url: url.href,
    contentType: 'text/html',
    // Faults of the saved page's styles are no concern of ours.
    virtualConsole: new VirtualConsole(),
  });
  const report = readPage(page.window.document, url, {
    derive: (record) => deriveFields(record, today),
  });
  if (report.problem !== null) process.stderr.write(`${report.problem}\n`);
  process.stdout.write(`${JSON.stringify(describeReport(report), null, 2)}\n`);
}

function readArguments(args: readonly string[]): { path: string; url: URL } {
  let values: { url?: string | undefined };
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: [...args],
      options: { url: { type: 'string' } },
      allowPositionals: true,
    }));
  } catch {
    return fail(`The arguments are not understood. ${usage}`);
  }
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return fail(`One file must be named. ${usage}`);
  if (values.url === undefined) return fail(`The address that the page was saved from is missing. ${usage}`);
  const url = URL.parse(values.url);
  return url === null ? fail(`"${values.url}" is not an address. ${usage}`) : { path, url };
}

// A page saved by a browser is UTF-8, whether it says so or not; for an older one its own word counts.
function readSavedPage(path: string): string | Buffer {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(cause);
    return fail(`The page "${path}" cannot be read: ${reason}.`);
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

main(process.argv.slice(2));

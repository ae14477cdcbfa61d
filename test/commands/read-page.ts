import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { dayInTallinn, formatDay, type Day } from '#lib/base/day.ts';
import { systemClock } from '#lib/base/clock.ts';
import type { FieldValue } from '#lib/loan/field.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import { readPage, type PageReport } from '#lib/site/read-page.ts';
import { deriveFields } from '#lib/views/derive.ts';

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
  const report = readPage(page.window.document, url, (record) => deriveFields(record, today));
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

function describeReport({ kind, generation, columns, rows }: PageReport): unknown {
  return {
    kind,
    generation,
    columns,
    rows: rows.map((row) =>
      'unreadable' in row
        ? row
        : {
            key: row.key,
            ids: row.ids,
            fields: describeFields(row.fields),
            derived: describeFields(row.derived ?? {}),
          },
    ),
  };
}

// Days are numbers inside; on paper they are ISO dates.
function describeFields(record: LoanRecord): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [field, describeValue(field as FieldId, value)]),
  );
}

function describeValue(field: FieldId, value: FieldValue): FieldValue {
  if (typeof value !== 'number') return value;
  const { kind } = getField(field);
  if (kind === 'day') return formatDay(value as Day);
  return kind === 'instant' ? new Date(value).toISOString() : value;
}

main(process.argv.slice(2));

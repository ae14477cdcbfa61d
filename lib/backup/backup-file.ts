import * as v from 'valibot';
import { AppError } from '#lib/base/app-error.ts';
import { contentsSchema, fileContents, type BackupContents } from './backup-contents.ts';
import { longestFile } from './file-parts.ts';
import { seal, sealedSchema, unseal, type Lock } from './seal.ts';

/** The version in which files are written. Each step of `upgrades` brings the contents of one version to the next. */
export const backupVersion = 1;

const upgrades: readonly ((contents: unknown) => unknown)[] = [];

const marker = 'bondlens';
const envelopeSchema = v.object({
  [marker]: v.literal('backup'),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
const openSchema = v.object({ checksum: v.string(), contents: v.looseObject({}) });
const lockedSchema = v.object({ sealed: sealedSchema });

/** Everything as one file: JSON with a version and a checksum, locked when there is a lock. */
export async function writeBackup(contents: BackupContents, lock: Lock | null): Promise<string> {
  const filed = fileContents(contents);
  const head = { [marker]: 'backup', version: backupVersion };
  const body = { ...head, checksum: await sumUp(filed), contents: filed };
  if (lock === null) return `${JSON.stringify(body)}\n`;
  return `${JSON.stringify({ ...head, sealed: await seal(JSON.stringify(body), lock) })}\n`;
}

/**
 * Reads a file of any version, and checks all of it.
 * @throws `invalid-input` with a sentence that says why: cut off, foreign, newer, changed, locked (`data.locked`)
 */
export async function readBackup(text: string, passphrase: string | null): Promise<BackupContents> {
  const file = parse(text);
  const locked = v.safeParse(lockedSchema, file);
  if (!locked.success) return readOpen(file);
  if (passphrase === null)
    throw refuse('This backup is locked. Enter its passphrase.', undefined, { locked: true });
  return readOpen(parse(await unseal(locked.output.sealed, passphrase)));
}

async function readOpen(file: unknown): Promise<BackupContents> {
  const { version } = file as v.InferOutput<typeof envelopeSchema>;
  const body = v.safeParse(openSchema, file);
  if (!body.success) throw refuse('This backup is incomplete: what it holds is missing.');
  const { checksum, contents } = body.output;
  if (checksum !== (await sumUp((file as { contents: object }).contents)))
    throw refuse('This backup was damaged or changed after it was made: its checksum does not fit.');
  const upgraded = upgrades.slice(version - 1).reduce<unknown>((old, step) => step(old), contents);
  const read = v.safeParse(contentsSchema, upgraded);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw refuse(
    `This backup holds something that Bondlens would not write (${v.getDotPath(issue) ?? 'unknown'}).`,
  );
}

function parse(text: string): unknown {
  if (text.length > longestFile) throw refuse('This file is too long for a backup of Bondlens.');
  const json = text.trimStart();
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch (cause) {
    const isOurs = json.startsWith(`{"${marker}":`);
    throw refuse(
      isOurs ? 'This backup is cut off or damaged.' : 'This file is not a backup of Bondlens.',
      cause,
    );
  }
  const envelope = v.safeParse(envelopeSchema, file);
  if (!envelope.success) throw refuse('This file is not a backup of Bondlens.');
  if (envelope.output.version > backupVersion)
    throw refuse('This backup was made by a newer Bondlens. Update this one first.');
  return file;
}

async function sumUp(contents: object): Promise<string> {
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(contents));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch (cause) {
    // What is nested so deeply that it cannot be written was not written by us.
    throw refuse('This backup holds something that Bondlens would not write.', cause);
  }
}

function refuse(sentence: string, cause?: unknown, data: Record<string, unknown> = {}): AppError {
  return new AppError('invalid-input', `${sentence} Nothing was changed.`, { cause, data });
}

import type { Ask } from './ask.ts';
import type { HeldFile } from './backup-protocol.ts';

/** Fetches a file that the background holds, part by part. Throws `not-found` when it was let go in between. */
export async function fetchFile(ask: Ask, { id, parts }: Pick<HeldFile, 'id' | 'parts'>): Promise<string[]> {
  const texts: string[] = [];
  for (let part = 0; part < parts; part++) texts.push(await ask('files.part', { id, part }));
  await ask('files.drop', { id });
  return texts;
}

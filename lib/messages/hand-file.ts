import { splitText } from '#lib/backup/file-parts.ts';
import type { Ask } from './ask.ts';

/** Hands a text to the background, part by part, and gives the id under which it is held there. */
export async function handFile(ask: Ask, text: string): Promise<string> {
  const id = crypto.randomUUID();
  const parts = splitText(text);
  for (const [part, piece] of parts.entries())
    await ask('files.hand', { id, part, parts: parts.length, text: piece });
  return id;
}

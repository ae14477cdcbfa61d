import type { Ask } from '#lib/messages/ask.ts';
import type { HeldFile } from '#lib/messages/backup-protocol.ts';
import { fetchFile } from '#lib/messages/fetch-file.ts';
import { handFile } from '#lib/messages/hand-file.ts';
import type { NotesRig } from './notes-rig.ts';

const place = { tabId: undefined, frameId: undefined };

/** Asks a rig as pages ask the background. */
export function askRig({ ask }: Pick<NotesRig, 'ask'>): Ask {
  return (async (name: keyof NotesRig['ask'], args: never) =>
    (ask[name] as (all: never, from: typeof place) => unknown)(args, place)) as Ask;
}

/** Hands a file's text in, and gives its id. */
export function handIn(rig: Pick<NotesRig, 'ask'>, text: string): Promise<string> {
  return handFile(askRig(rig), text);
}

/** The text of a file that is held. */
export async function readHeld(rig: Pick<NotesRig, 'ask'>, held: HeldFile): Promise<string> {
  return (await fetchFile(askRig(rig), held)).join('');
}

/** Everything of a browser as one file. */
export async function makeFile(rig: Pick<NotesRig, 'ask'>): Promise<string> {
  return readHeld(rig, await rig.ask['backup.make']({ passphrase: null }, place));
}

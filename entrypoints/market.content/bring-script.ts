import { takeOver, type Brought, type ScriptName } from '#components/overlay/hand-over.ts';
import { AppError } from '#lib/base/app-error.ts';
import { ask } from '#lib/messages/ask.ts';

/** Brings a later script into the world that this one runs in, unless it is there. */
export async function bringScript<Name extends ScriptName>(name: Name): Promise<Brought[Name]> {
  const present = takeOver(name);
  if (present !== undefined) return present;
  await ask('scripts.load', { script: name });
  const brought = takeOver(name);
  if (brought === undefined)
    throw new AppError('internal', 'A part of Bondlens did not come to this page. Reload this tab.');
  return brought;
}

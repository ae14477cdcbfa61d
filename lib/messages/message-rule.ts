import type { GenericSchema } from 'valibot';

/** Who may ask: any of our contexts, content scripts included; or the extension's own pages only. */
export type AccessClass = 'anywhere' | 'extension-pages';

/** Of one message: who may ask it, and what its arguments must be. */
export interface MessageRule {
  access: AccessClass;
  args: GenericSchema<unknown, unknown>;
}

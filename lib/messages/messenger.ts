import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './protocol.ts';

/** The one channel between this extension's contexts, typed by the protocol. */
export const messenger = defineExtensionMessaging<Protocol>();

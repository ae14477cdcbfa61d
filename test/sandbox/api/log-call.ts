import type { SandboxContext } from '../context.ts';
import type { LoggedCall } from '../orders/event-log.ts';
import type { ApiCall } from './endpoints.ts';

/** Writes a write call into the API's event log. */
export function logCall(
  context: SandboxContext,
  call: ApiCall,
  type: LoggedCall['type'],
  body: Record<string, unknown>,
): void {
  context.eventLog.push({
    investor: call.token.investor,
    at: context.world.now(),
    type,
    address: '127.0.0.1',
    data: JSON.stringify(body),
  });
}

import { Hono } from 'hono';
import * as v from 'valibot';
import type { SandboxEnv } from './api/endpoints.ts';
import type { SandboxContext } from './context.ts';
import type { Fault } from './faults.ts';
import { parseVariant, usualVariant } from './site/variant.ts';

const count = v.pipe(v.number(), v.minValue(0));
const fault = v.variant('kind', [
  v.object({ kind: v.literal('status'), status: v.number(), retryAfterSeconds: v.optional(count) }),
  v.object({ kind: v.literal('html') }),
  v.object({ kind: v.literal('refuse') }),
  v.object({ kind: v.literal('lost-answer') }),
  v.object({ kind: v.literal('content-type'), type: v.string() }),
  v.object({ kind: v.literal('cut'), afterBytes: count }),
  v.object({ kind: v.literal('reset'), afterBytes: count }),
  v.object({ kind: v.literal('slow-headers'), ms: count }),
  v.object({ kind: v.literal('slow-body'), ms: count, steps: v.optional(count) }),
  v.object({ kind: v.literal('slow-line'), bytesPerSecond: v.pipe(v.number(), v.minValue(1)) }),
  v.object({ kind: v.literal('wrong-types') }),
  v.object({ kind: v.literal('duplicate') }),
  v.object({ kind: v.literal('clock-skew'), ms: v.number() }),
]);

/** What the control address takes, by its last word: `POST /_sandbox/<word>` with a JSON body. */
const commands = {
  'quotas/reset': v.object({}),
  'quotas/set': v.object({ endpoint: v.string(), calls: count, windowMs: count }),
  'tokens/expire': v.object({}),
  'tokens/revoke': v.object({}),
  'tokens/lifetime': v.object({ seconds: count }),
  'faults/add': v.object({
    path: v.string(),
    fault,
    method: v.optional(v.string()),
    skip: v.optional(count),
    times: v.optional(count),
  }),
  'faults/clear': v.object({}),
  'clock/advance': v.object({ ms: count }),
  'site/variant': v.object({ variant: v.string() }),
  'site/sign-in': v.object({ investor: v.nullable(count) }),
  'requests/clear': v.object({}),
  'trades/lost-races': v.object({ share: v.pipe(count, v.maxValue(1)) }),
};

/** The control address, for tests in another process. Answered on the host 127.0.0.1 alone. */
export function createControl(context: SandboxContext): Hono<SandboxEnv> {
  const { clock, faults, quotas, requests, site, tokens, trades } = context;
  const app = new Hono<SandboxEnv>();
  const command = <Name extends keyof typeof commands>(
    name: Name,
    run: (args: v.InferOutput<(typeof commands)[Name]>) => void,
  ): void => {
    app.post(`/_sandbox/${name}`, async (http) => {
      context.world.moveTo(clock.now());
      const args: unknown = await http.req.json().catch(() => ({}));
      const checked = v.safeParse(commands[name], args);
      if (!checked.success) return http.json({ error: v.summarize(checked.issues) }, 400);
      try {
        run(checked.output);
        return http.json({ done: true });
      } catch (error) {
        if (error instanceof RangeError) return http.json({ error: error.message }, 400);
        throw error;
      }
    });
  };

  command('quotas/reset', () => quotas.reset());
  command('quotas/set', ({ endpoint, ...quota }) => quotas.set(endpoint, quota));
  command('tokens/expire', () => tokens.expireAll());
  command('tokens/revoke', () => tokens.revokeAll());
  command('tokens/lifetime', ({ seconds }) => {
    tokens.lifetimeMs = seconds * 1000;
  });
  command('faults/add', ({ fault: what, path, method, skip, times }) => {
    faults.add({
      fault: what as Fault,
      path,
      ...(method === undefined ? {} : { method }),
      ...(skip === undefined ? {} : { skip }),
      ...(times === undefined ? {} : { times }),
    });
  });
  command('faults/clear', () => faults.clear());
  command('clock/advance', ({ ms }) => clock.advance(ms));
  command('site/variant', ({ variant }) => {
    site.variant = parseVariant(variant, usualVariant);
  });
  command('site/sign-in', ({ investor }) => {
    site.signedIn = investor ?? undefined;
  });
  command('requests/clear', () => requests.clear());
  command('trades/lost-races', ({ share }) => {
    trades.lostRaces = share;
  });
  app.get('/_sandbox/requests', (http) => http.json(requests.seen));
  app.get('/_sandbox/events', (http) => http.json(context.world.events));
  app.get('/_sandbox', (http) =>
    http.json({
      now: clock.now(),
      listings: context.world.listOpen().length,
      application: tokens.application,
      pastedToken: tokens.pasted[0],
      commands: Object.keys(commands),
    }),
  );
  app.all('*', (http) => http.json({ error: 'No such control.' }, 404));
  return app;
}

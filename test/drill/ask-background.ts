import type { Arguments, MessageName, Result } from '#lib/messages/protocol.ts';
import type { TestPage } from '#test/browsers/test-browser.ts';

/** Sends one message of the protocol from a page of the extension, as its own code would. Throws what the background threw. */
export async function askBackground<Name extends MessageName>(
  page: TestPage,
  name: Name,
  args: Arguments<Name>,
): Promise<Result<Name>> {
  const { res, err } = await page.evaluate(
    async (type, data) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
      return runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
    },
    name as string,
    args as unknown,
  );
  if (err !== undefined && err !== null) throw Object.assign(new Error(err.message), err);
  return res as Result<Name>;
}

interface Runtime {
  sendMessage(message: object): Promise<{ res?: unknown; err?: { message: string } | null }>;
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createSandboxFetch } from '#test/sandbox/sandbox-fetch.ts';

/** A sandbox in another process. */
export interface SandboxProcess {
  port: number;
  certificate: string;
  pastedToken: string;
  /** Bytes of the whole market's answer. */
  marketBytes: number;
  /** The market's first items, as the API tells them. */
  someListings: readonly { Id: string }[];
  close(): Promise<void>;
}

export const marketAddress = 'https://api.bondora.com/api/v1/secondarymarket';

/** Starts it with so many listings, and asks for the market once: from then on it is sent as fast as the line takes it. */
export async function startSandboxProcess(listings: number): Promise<SandboxProcess> {
  const child = fork(fileURLToPath(new URL('./sandbox-child.ts', import.meta.url)), [String(listings)]);
  const [told] = (await once(child, 'message')) as [
    Pick<SandboxProcess, 'port' | 'certificate' | 'pastedToken'>,
  ];
  const fetch = createSandboxFetch(told);
  const ask = (query: string): Promise<Response> =>
    fetch(`${marketAddress}?${query}`, { headers: { authorization: `Bearer ${told.pastedToken}` } });
  let marketBytes = 0;
  for await (const chunk of (await ask('PageSize=100000')).body ?? []) marketBytes += chunk.byteLength;
  const first = (await (await ask('PageSize=100')).json()) as { Payload: { Id: string }[] };
  return {
    ...told,
    marketBytes,
    someListings: first.Payload,
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

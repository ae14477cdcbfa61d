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
  /** A hundred items from all over the market, as the API tells them. */
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
  const answer = await createSandboxFetch(told)(`${marketAddress}?PageSize=100000`, {
    headers: { authorization: `Bearer ${told.pastedToken}` },
  });
  const text = await answer.text();
  const { Payload: all } = JSON.parse(text) as { Payload: { Id: string }[] };
  const apart = all.length / 100;
  return {
    ...told,
    marketBytes: Buffer.byteLength(text),
    someListings: Array.from({ length: 100 }, (_, n) => all[Math.floor(n * apart)]).filter(
      (item) => item !== undefined,
    ),
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

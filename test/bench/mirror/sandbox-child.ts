import { startSandbox } from '#test/sandbox/server.ts';

// A sandbox in a process of its own, so that measuring and being measured do not share a core.
// Arguments: how many listings. Its parent gets what it needs to reach it, and ends it by ending the channel.
const sandbox = await startSandbox({ listings: Number(process.argv[2]) });
sandbox.quotas.set('secondarymarket', { calls: 1_000_000, windowMs: 1000 });
process.send?.({
  port: sandbox.port,
  certificate: sandbox.certificate,
  pastedToken: sandbox.pastedToken,
});
process.once('disconnect', () => void sandbox.close().then(() => process.exit(0)));

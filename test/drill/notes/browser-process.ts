import { execFileSync } from 'node:child_process';
import { waitUntil } from '#test/browsers/wait-until.ts';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/**
 * Ends a browser that this process started as a crash does, with no chance to write anything more; returns once it and all
 * that it started are gone.
 * @param profile the folder of its profile, by which it is known among this process's children
 */
export async function crashBrowser(profile: string): Promise<void> {
  const ours = listProcesses().filter(
    ({ parent, command }) => parent === process.pid && command.includes(profile),
  );
  if (ours.length === 0) throw new Error('There is no browser to crash.');
  for (const { pid } of ours) process.kill(pid, 'SIGKILL');
  await waitUntil('the browser to be gone', async () =>
    listProcesses().every(({ command }) => !command.includes(profile)),
  );
}

function listProcesses(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // What has ended and is not yet waited for is gone.
    return command === undefined || state?.startsWith('Z')
      ? []
      : { pid: Number(pid), parent: Number(parent), command };
  });
}

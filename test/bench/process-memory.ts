import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { BrowserKind } from '#test/browsers/test-browser.ts';

/** The memory of one process of the machine, in bytes. */
export interface ProcessMemory {
  /** Forgets the peak so far and gives what is in use now. */
  begin(): number;
  /** The most that was in use at a time since `begin`. */
  peak(): number;
}

/**
 * The process in which a browser that this process started runs the pages of its extension; undefined where there is no
 * `/proc` to find it in.
 */
export function findExtensionProcess(kind: BrowserKind): ProcessMemory | undefined {
  const { pid } =
    listProcesses().find(
      (candidate) => isExtensionProcess(kind, candidate.pid) && candidate.parents.includes(process.pid),
    ) ?? {};
  if (pid === undefined) return undefined;
  return {
    begin: () => {
      // 5 resets the peak: see proc_pid_clear_refs(5).
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
      return readStatus(pid, 'VmRSS');
    },
    peak: () => readStatus(pid, 'VmHWM'),
  };
}

function isExtensionProcess(kind: BrowserKind, pid: number): boolean {
  switch (kind) {
    case 'chromium':
      return read(pid, 'cmdline').includes('--extension-process');
    case 'firefox':
      return read(pid, 'comm').startsWith('WebExtensions');
  }
}

interface Process {
  pid: number;
  /** From its parent up. */
  parents: readonly number[];
}

function listProcesses(): Process[] {
  let pids: number[] = [];
  try {
    pids = readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    // No such folder on this system.
    return [];
  }
  const parentOf = new Map(
    pids.map((pid) => [pid, Number(/^PPid:\s*(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0)]),
  );
  return pids.map((pid) => {
    const parents: number[] = [];
    for (let at = parentOf.get(pid) ?? 0; at > 0; at = parentOf.get(at) ?? 0) parents.push(at);
    return { pid, parents };
  });
}

function readStatus(pid: number, name: string): number {
  return (
    Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(read(pid, 'status'))?.[1] ?? Number.NaN) * 1024
  );
}

/** A file of a process; empty when the process is gone. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

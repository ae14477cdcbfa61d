import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  path: string;
  remove(): void;
}

const open = new Set<string>();

/** A new empty folder, removed by `remove` or at the latest when this process ends. */
export function createTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'bondlens-'));
  if (open.size === 0) process.once('exit', () => open.forEach(removeFolder));
  open.add(path);
  return {
    path,
    remove: () => {
      open.delete(path);
      removeFolder(path);
    },
  };
}

// A browser may still write while it ends, so removing is tried again.
function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

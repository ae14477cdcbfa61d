import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of a browser's profile. */
export interface ProfileFolder {
  path: string;
  /** Removes it if it was made here. */
  remove(): void;
}

const made = new Set<string>();
process.once('exit', () => made.forEach(removeFolder));

/**
 * The given folder, which stays; or a new empty one, which goes with `remove`, and once more when this process ends:
 * a browser that is just closing may have made it again.
 */
export function createProfileFolder(given: string | undefined): ProfileFolder {
  if (given !== undefined) return { path: given, remove: () => undefined };
  const path = mkdtempSync(join(tmpdir(), 'bondlens-'));
  made.add(path);
  return { path, remove: () => removeFolder(path) };
}

// A browser may still write while it ends, so removing is tried again.
function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

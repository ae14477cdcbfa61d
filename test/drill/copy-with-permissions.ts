import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProfileFolder } from '#test/browsers/profile-folder.ts';

interface Asked {
  permissions: string[];
  optional_permissions?: string[];
}

/** A built extension in a folder of its own, with other permissions in its manifest than it asks for. */
export function copyWithPermissions(
  extensionDir: string,
  change: (manifest: Asked) => Asked,
): { path: string; remove: () => void } {
  const folder = createProfileFolder(undefined);
  const { path } = folder;
  rmSync(path, { recursive: true });
  cpSync(extensionDir, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Asked;
  writeFileSync(file, JSON.stringify({ ...manifest, ...change(manifest) }));
  return { path, remove: () => folder.remove() };
}

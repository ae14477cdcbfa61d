import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProfileFolder } from '#test/browsers/profile-folder.ts';

/** A built extension in a folder of its own, as if it had not asked for one of its permissions. */
export function copyWithoutPermission(
  extensionDir: string,
  permission: string,
): { path: string; remove: () => void } {
  const { path, remove } = createProfileFolder(undefined);
  rmSync(path, { recursive: true });
  cpSync(extensionDir, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== permission);
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  return { path, remove };
}

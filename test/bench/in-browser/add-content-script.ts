import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WrittenExtension } from './write-extension.ts';

/** A script that is to run beside the extension's own, in the same world. */
export interface FurtherScript {
  name: string;
  text: string;
  runAt: 'document_start' | 'document_end';
}

/** The built extension with one content script more, in a folder of its own. */
export function addContentScript(built: string, { name, text, runAt }: FurtherScript): WrittenExtension {
  const folder = mkdtempSync(join(tmpdir(), 'bondlens-bench-'));
  cpSync(built, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  const scripts = (manifest['content_scripts'] ?? []) as object[];
  const further = { matches: ['https://www.bondora.com/*'], js: [name], run_at: runAt };
  const changed = { ...manifest, content_scripts: [...scripts, further] };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(changed));
  writeFileSync(join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

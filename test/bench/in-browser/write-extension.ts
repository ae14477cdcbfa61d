import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '#test/browsers/test-browser.ts';

/** An unpacked extension in a folder of its own. */
export interface WrittenExtension {
  folder: string;
  remove(): void;
}

/**
 * Writes a throw-away extension with the shipped one's content security policy and hosts, for measuring only.
 * @param files their content by name; `background.js` is its background, an empty one when it is left out
 * @param manifest what else the manifest says
 */
export function writeExtension(
  kind: BrowserKind,
  files: Readonly<Record<string, string>>,
  manifest: object = {},
): WrittenExtension {
  const folder = mkdtempSync(join(tmpdir(), 'bondlens-bench-'));
  const all = {
    'background.js': '',
    ...files,
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Bondlens bench',
      version: '1',
      permissions: ['storage'],
      host_permissions: ['https://*.bondora.com/*'],
      content_security_policy: {
        extension_pages: "default-src 'none'; script-src 'self'; connect-src https://*.bondora.com",
      },
      ...forBrowser[kind],
      ...manifest,
    }),
  };
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const forBrowser: Readonly<Record<BrowserKind, object>> = {
  chromium: {
    background: { service_worker: 'background.js' },
    // Another folder makes another id, a key always the same: what one run stored, the next finds.
    key: generateKeyPairSync('rsa', { modulusLength: 2048 })
      .publicKey.export({ type: 'spki', format: 'der' })
      .toString('base64'),
    // Isolated pages have the finer clock.
    cross_origin_embedder_policy: { value: 'require-corp' },
    cross_origin_opener_policy: { value: 'same-origin' },
  },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'bench@bondlens.invalid' } },
  },
};

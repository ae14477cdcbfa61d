import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

// `npm run check` builds both before it runs the tests.
const chrome = `${root}.output/chrome-mv3/`;
const firefox = `${root}.output/firefox-mv3/`;

function readManifest(build: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${build}manifest.json`, 'utf8')) as Record<string, unknown>;
}

function listFiles(build: string): string[] {
  return readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(build + path).isFile(),
  );
}

/** What the content scripts weigh on the page, compressed. */
function weigh(build: string, pattern: RegExp): number {
  return listFiles(build)
    .filter((path) => pattern.test(path))
    .reduce((sum, path) => sum + gzipSync(readFileSync(build + path)).length, 0);
}

describe('the built extension', () => {
  it.each([
    ['Chrome', chrome, ['downloads', 'offscreen']],
    ['Firefox', firefox, ['downloads']],
  ])('asks %s for no more than it uses', (_, build, optional) => {
    const manifest = readManifest(build);
    expect(manifest['manifest_version']).toBe(3);
    expect(manifest['permissions']).toEqual([
      'storage',
      'unlimitedStorage',
      'identity',
      'alarms',
      'scripting',
    ]);
    expect(manifest['host_permissions']).toEqual(['https://*.bondora.com/*']);
    expect(manifest['optional_permissions']).toEqual(optional);
    expect(manifest['web_accessible_resources']).toBeUndefined();
    expect(manifest['externally_connectable']).toBeUndefined();
  });

  it.each([
    ['Chrome', chrome],
    ['Firefox', firefox],
  ])('lets no page of it in %s load or run anything from elsewhere', (_, build) => {
    const policy = (readManifest(build)['content_security_policy'] as { extension_pages: string })
      .extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*(?!\.bondora\.com)/);
    expect(policy.match(/https?:[^\s;]+/g)).toEqual(['https://*.bondora.com']);
  });

  it('runs on Bondora’s pages only', () => {
    const scripts = readManifest(chrome)['content_scripts'] as { matches: string[] }[];
    expect(
      scripts
        .flatMap((script) => script.matches)
        .filter((match) => !/^https:\/\/[a-z*]+\.bondora\.com\//.test(match)),
    ).toEqual([]);
  });

  it('tells Firefox that no data is collected', () => {
    expect(readManifest(firefox)['browser_specific_settings']).toMatchObject({
      gecko: { data_collection_permissions: { required: ['none'] } },
    });
  });

  it('makes no code from text', () => {
    const scripts = listFiles(chrome).filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    const wrong = scripts.filter((path) =>
      /\beval\(|new Function\(|importScripts\(/.test(readFileSync(chrome + path, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['first script of a page', /^content-scripts\/.*\.js$/, 24],
    ['second script of a page, which computes and writes', /^overlay\.js$/, 56],
    ['third script of a page, with all that is opened', /^panels\.js$/, 70],
    ['script of the teaching', /^teach\.js$/, 60],
    ['styles of a page', /^content-scripts\/.*\.css$/, 2],
    ['background', /^background\.js$/, 66],
  ])('keeps the %s within its budget of kilobytes', (_, pattern, kilobytes) => {
    const weight = weigh(chrome, pattern);
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThanOrEqual(kilobytes * 1024);
  });
});

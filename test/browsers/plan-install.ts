import type { BrowserKind } from './test-browser.ts';

/** One command to run, as its words. */
export type InstallCommand = readonly [program: string, ...words: string[]];

const packages: Readonly<Record<BrowserKind, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * The commands that install the missing browsers, in their order: as packages of Debian, or as Playwright's download,
 * which there is for Chromium only. What neither gives stays missing, so the caller looks again afterwards.
 */
export function planInstall(
  missing: readonly BrowserKind[],
  from: 'debian' | 'playwright',
): readonly InstallCommand[] {
  if (missing.length === 0) return [];
  switch (from) {
    case 'debian':
      return [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', ...missing.map((kind) => packages[kind])],
      ];
    case 'playwright':
      return missing.includes('chromium') ? [['npx', 'playwright', 'install', '--no-shell', 'chromium']] : [];
  }
}

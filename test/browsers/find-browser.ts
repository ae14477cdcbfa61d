import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserKind } from './test-browser.ts';

/** What is asked of the machine, so that a test can be another one. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** Where Playwright puts its own Chromium, downloaded or not. */
  playwrightChromium(): string;
}

/** The machine this runs on. */
export const thisMachine: Machine = {
  env: process.env,
  exists: existsSync,
  playwrightChromium: () => chromium.executablePath(),
};

/** The environment variable that names a browser's program. */
export const browserVariable: Readonly<Record<BrowserKind, string>> = {
  chromium: 'BONDLENS_CHROMIUM',
  firefox: 'BONDLENS_FIREFOX',
};

// Google's own Chrome is not among them: it no longer loads an unpacked extension from its command line.
const programs: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
};

const applications: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

/**
 * The program of a browser, or undefined when there is none: the one that the environment names, else the system's own,
 * else Playwright's download (Chromium only, its Firefox is a changed one that takes no extensions from us).
 * Throws when the environment names a file that does not exist.
 */
export function findBrowser(kind: BrowserKind, machine: Machine = thisMachine): string | undefined {
  const variable = browserVariable[kind];
  const named = machine.env[variable];
  if (named) {
    if (machine.exists(named)) return named;
    throw new Error(`${variable} names ${named}, which does not exist.`);
  }
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...programs[kind].flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications[kind],
    ...(kind === 'chromium' ? [machine.playwrightChromium()] : []),
  ];
  return candidates.find((path) => machine.exists(path));
}

/** As `findBrowser`, but throws a sentence that says what to do when there is none. */
export function getBrowser(kind: BrowserKind, machine: Machine = thisMachine): string {
  const found = findBrowser(kind, machine);
  if (found !== undefined) return found;
  throw new Error(missingBrowser(kind));
}

/** The sentence that says what to install. */
export function missingBrowser(kind: BrowserKind): string {
  return kind === 'chromium'
    ? 'Chromium is missing: install it (on Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name its program in BONDLENS_CHROMIUM.'
    : 'Firefox is missing: install it (on Debian: apt-get install firefox-esr; elsewhere from mozilla.org), or name its program in BONDLENS_FIREFOX.';
}

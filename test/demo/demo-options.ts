import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { browserKinds, type BrowserKind } from '#test/browsers/test-browser.ts';

/** What `npm run demo` was asked for. */
export interface DemoOptions {
  /** Undefined: the one that is there, Chromium first. */
  browser: BrowserKind | undefined;
  headless: boolean;
  /** Only pictures of each kind of page are taken. */
  pages: boolean;
  listings: number;
  seed: number;
  loansFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the words after `npm run demo --`. Without a display it is headless anyway; a file is looked for from where
 * the person stands. Throws a sentence about a word that is not understood.
 */
export function parseDemoOptions(words: readonly string[], env: Environment, platform: string): DemoOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      browser: { type: 'string' },
      headless: { type: 'boolean', default: false },
      pages: { type: 'boolean', default: false },
      listings: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      loans: { type: 'string' },
    },
  });
  const { browser, loans } = values;
  const kind = browserKinds.find((name) => name === browser);
  if (browser !== undefined && kind === undefined)
    throw new Error(`--browser takes chromium or firefox, not "${browser}".`);
  return {
    browser: kind,
    pages: values.pages,
    headless: values.headless || values.pages || !hasDisplay(env, platform),
    listings: readCount('listings', values.listings),
    seed: readCount('seed', values.seed),
    loansFile: loans === undefined ? undefined : resolve(env['INIT_CWD'] ?? '.', loans),
  };
}

function hasDisplay(env: Environment, platform: string): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

function readCount(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}

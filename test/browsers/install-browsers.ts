import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, missingBrowser } from './find-browser.ts';
import { planInstall } from './plan-install.ts';
import { browserKinds, type BrowserKind } from './test-browser.ts';

// Run before the tests: both browsers are there afterwards, or this ends with a sentence for each and status 1.

try {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install('debian');
  // Some relatives of Debian have packages of that name which bring no browser.
  install('playwright');
  for (const kind of browserKinds) {
    const program = findBrowser(kind);
    if (program === undefined) refuse(missingBrowser(kind));
    else console.log(`${kind}: ${program}`);
  }
} catch (error) {
  refuse((error as Error).message);
}

function install(from: 'debian' | 'playwright'): void {
  for (const [program, ...words] of planInstall(findMissing(), from)) {
    console.log(`> ${program} ${words.join(' ')}`);
    spawnSync(program, words, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
}

function findMissing(): BrowserKind[] {
  return browserKinds.filter((kind) => findBrowser(kind) === undefined);
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

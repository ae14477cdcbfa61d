import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { findBrowser, missingBrowser } from '#test/browsers/find-browser.ts';
import { launchBrowser } from '#test/browsers/launch-browser.ts';
import { browserKinds, type BrowserKind } from '#test/browsers/test-browser.ts';
import { marketAddress } from '#test/e2e/market-page.ts';
import { startSandbox } from '#test/sandbox/server.ts';
import { parseDemoOptions, type DemoOptions } from './demo-options.ts';
import { showPages } from './show-pages.ts';
import { demoFilter, walk, type Sights, type TakePicture } from './walk.ts';

// npm run demo: the built extension in a real browser, against the sandbox.

try {
  await demonstrate(parseDemoOptions(process.argv.slice(2), process.env, process.platform));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function demonstrate({ headless, pages, loansFile, ...options }: DemoOptions): Promise<void> {
  const kind = options.browser ?? browserKinds.find((name) => findBrowser(name) !== undefined);
  if (kind === undefined) throw new Error(browserKinds.map((name) => missingBrowser(name)).join('\n'));
  const { listings, seed } = options;
  const sandbox = await startSandbox({ listings, seed, ...(loansFile === undefined ? {} : { loansFile }) });
  console.log(
    `Sandbox of Bondora: ${sandbox.world.listOpen().length} listings of ${sandbox.world.loans.length} loans, seed ${seed}`,
  );
  try {
    const browser = await launchBrowser(kind, {
      extensionDir: extensionDirs[kind],
      sandboxPort: sandbox.port,
      headless,
      welcome: 'options.html',
    });
    const closed = browser.closed();
    try {
      if (pages) {
        const { folder } = createPictures(kind);
        await showPages(browser, sandbox, folder);
        console.log(`Pictures: ${folder}`);
        return;
      }
      const pictures = headless ? createPictures(kind) : undefined;
      const { sights } = await walk(browser, sandbox, pictures?.take ?? (async () => undefined));
      print(kind, sights);
      if (pictures !== undefined) console.log(`Pictures: ${pictures.folder}`);
      else {
        console.log('The browser stays open. Close it, or press Ctrl+C here, to end the demo.');
        await closed;
      }
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
}

function createPictures(kind: BrowserKind): { folder: string; take: TakePicture } {
  const folder = fileURLToPath(new URL(`../../.output/demo/${kind}`, import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    take: async (page, { name, width, height, fullPage = false }) => {
      await page.setViewport(width, height);
      if (fullPage) await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      for (const colorScheme of ['dark', 'light'] as const)
        await page.screenshot(`${folder}/${name}-${colorScheme}.png`, { colorScheme, fullPage });
    },
  };
}

function print(kind: BrowserKind, { marks, mirrored, openMs, mirrorMs, note }: Sights): void {
  const { rows, annotated, columns, matches } = marks;
  const lines = {
    browser: kind,
    page: `${marketAddress} (${marks.state})`,
    'rows on the page': rows,
    'rows annotated': `${annotated} with ${columns.join(', ')}`,
    'listings mirrored': `${mirrored} in ${Math.round(mirrorMs)} ms`,
    filter: demoFilter,
    matches: `${matches.yes} yes, ${matches.no} no, ${matches.unknown} unknown`,
    note: `saved: ${note}`,
    milliseconds: `${Math.round(openMs)} from the address to the settled page`,
  };
  for (const [name, value] of Object.entries(lines)) console.log(`${name.padEnd(18)} ${value}`);
}

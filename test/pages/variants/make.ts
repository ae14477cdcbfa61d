/**
 * Makes the saved variants: pages of the sandbox's site, crossed over generation, language, number and date format, place of
 * the ids, columns, late rendering and broken parts. Each page (`.html`, without the words of its styles and scripts) stands
 * beside what is true of it (`.json`, see `expected-page.ts`), out of the sandbox's world.
 *
 *     node test/pages/variants/make.ts
 *
 * writes them all anew; the same world and the same makers give the same files.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createWorld } from '#test/sandbox/world/create-world.ts';
import type { World } from '#test/sandbox/world/world.ts';
import { makePage, type MadePage } from './make-page.ts';
import { pageSpecs } from './page-specs.ts';

/** Where the saved pages stand. */
export const savedPages = new URL('saved/', import.meta.url);

/** Makes all pages. */
export function makeVariants(): MadePage[] {
  const world = createWorld({
    seed: 2016,
    listings: 400,
    holdings: 40,
    startedAt: Date.UTC(2026, 10, 22, 12),
  });
  enlargeParts(world);
  return pageSpecs.map((spec) => makePage(world, spec));
}

/** The parts of the market are of some euros; here a few are of thousands, so that pages show how thousands are written. */
function enlargeParts(world: World): void {
  for (const { part: index, seller } of world.listOpen()) {
    const part = world.getPart(index);
    if (index % 4 === 0 && seller === undefined)
      part.amount = Math.round(world.getLoan(part.loan).amount * 0.8);
  }
}

/** What is true of a page as its file has it: a line for each row. */
export function writeExpected({ expected }: MadePage): string {
  const parts = Object.entries(expected).map(([name, value]) => {
    const isRows = Array.isArray(value) && value.some((one) => typeof one === 'object');
    const text = isRows
      ? `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

if (import.meta.main) {
  const pages = makeVariants();
  mkdirSync(savedPages, { recursive: true });
  for (const file of readdirSync(savedPages)) rmSync(new URL(file, savedPages));
  for (const page of pages) {
    writeFileSync(new URL(`${page.name}.html`, savedPages), page.html);
    writeFileSync(new URL(`${page.name}.json`, savedPages), writeExpected(page));
  }
}

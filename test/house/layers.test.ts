import { describe, expect, it } from 'vitest';
import { readSourceFiles } from './source-files.ts';

/** Who may import whom: each part of the house with the parts it may see besides itself. */
const mayImport: Record<string, readonly string[]> = {
  'lib/base': [],
  'lib/loan': ['lib/base'],
  'lib/finance': ['lib/base'],
  'lib/formula': ['lib/base', 'lib/loan'],
  'lib/notes': ['lib/base', 'lib/loan'],
  'lib/views': ['lib/base', 'lib/loan', 'lib/finance', 'lib/formula', 'lib/notes'],
  'lib/backup': ['lib/base', 'lib/loan', 'lib/notes', 'lib/views'],
  'lib/mirror': ['lib/base', 'lib/loan', 'lib/formula'],
  'lib/site': ['lib/base', 'lib/loan', 'lib/views'],
  'lib/bondora': ['lib/base', 'lib/loan'],
  'lib/store': ['lib/base', 'lib/loan', 'lib/notes', 'lib/views', 'lib/mirror'],
  'lib/messages': ['lib/base', 'lib/loan', 'lib/notes', 'lib/views', 'lib/backup'],
  components: [
    'lib/base',
    'lib/loan',
    'lib/finance',
    'lib/formula',
    'lib/notes',
    'lib/views',
    'lib/backup',
    'lib/messages',
  ],
  entrypoints: [
    'lib/base',
    'lib/loan',
    'lib/finance',
    'lib/formula',
    'lib/notes',
    'lib/views',
    'lib/backup',
    'lib/mirror',
    'lib/site',
    'lib/bondora',
    'lib/store',
    'lib/messages',
    'components',
  ],
};

/** Folders that have no part in the browser: they compute. */
const pure = new Set([
  'lib/base',
  'lib/loan',
  'lib/finance',
  'lib/formula',
  'lib/notes',
  'lib/views',
  'lib/backup',
  'lib/mirror',
]);

/** Who may touch what of the platform. */
const touches: readonly { what: string; pattern: RegExp; where: readonly string[] }[] = [
  {
    what: 'the DOM',
    pattern: /\b(document|window)\.[a-z]/,
    where: ['lib/site', 'components', 'entrypoints'],
  },
  { what: 'the network', pattern: /\bfetch\(/, where: ['lib/bondora', 'entrypoints/background'] },
  { what: 'IndexedDB', pattern: /\b(indexedDB|openDB)\b/, where: ['lib/store'] },
  {
    what: 'runtime messages',
    pattern: /runtime\.(sendMessage|onMessage|connect)\b/,
    where: ['lib/messages'],
  },
  {
    what: 'the clock',
    pattern: /\b(Date\.now\(|new Date\(\)|performance\.now\()/,
    where: ['lib/base/clock.ts'],
  },
  { what: 'code made from text', pattern: /\b(eval\(|new Function\()/, where: [] },
  {
    what: 'markup made from text',
    pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/,
    where: [],
  },
  { what: 'the console', pattern: /\bconsole\./, where: [] },
];

const files = readSourceFiles('lib', 'components', 'entrypoints');
const part = (path: string): string => /^lib\/[^/]+|^[^/]+/.exec(path)?.[0] ?? path;

describe('the house', () => {
  it('has no part that the table of layers does not name', () => {
    expect([...new Set(files.map((file) => part(file.path)))].filter((name) => !(name in mayImport))).toEqual(
      [],
    );
  });

  it('imports only downwards', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((target) => /^(lib|components|entrypoints|test)\//.test(target))
        .filter((target) => part(target) !== part(file.path))
        .filter((target) => !mayImport[part(file.path)]?.includes(part(target)))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the browser out of the pure folders', () => {
    const wrong = files
      .filter((file) => pure.has(part(file.path)))
      .flatMap((file) =>
        file.imports
          .filter((target) => /^(wxt|preact|idb|node:|@webext|@tanstack)/.test(target))
          .map((target) => `${file.path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(touches)('touches $what only where that belongs', ({ pattern, where }) => {
    const wrong = files
      .filter((file) => !where.some((place) => file.path === place || file.path.startsWith(`${place}/`)))
      .filter((file) => pattern.test(withoutComments(file.text)))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

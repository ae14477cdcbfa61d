import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

/** The project's top folder, with a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One source file of ours with what it imports. */
export interface SourceFile {
  /** Path from the top folder. */
  path: string;
  text: string;
  /** Paths from the top folder for files of ours, else the specifier. */
  imports: readonly string[];
}

/** All TypeScript files below the named top folders, in path order. */
export function readSourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`))
    .toSorted()
    .map((path) => {
      const text = readFileSync(`${root}${path}`, 'utf8');
      return { path, text, imports: listImports(path, text) };
    });
}

function listImports(path: string, text: string): string[] {
  const { module } = parseSync(path, text);
  const specifiers = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map((found) =>
      text.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1),
    ),
  ];
  return [...new Set(specifiers.filter((specifier) => specifier !== undefined))].map((specifier) => {
    if (specifier.startsWith('#')) return specifier.slice(1);
    if (!specifier.startsWith('.')) return specifier;
    return relative(root, fileURLToPath(new URL(specifier, `file://${root}${path}`)));
  });
}

import { fileURLToPath } from 'node:url';
import { bundleSource } from './bundle-source.ts';

/**
 * A module and all it imports as one classic script, minified as the shipped code is, that hands the module's exports to
 * the page as `benchModule`.
 */
export function bundleForPage(module: URL): Promise<string> {
  const source = `import * as all from '${fileURLToPath(module)}'; globalThis.benchModule = all;`;
  return bundleSource(source, { output: { format: 'iife' } });
}

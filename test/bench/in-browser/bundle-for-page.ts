import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

const entry = 'bench-entry.js';

/**
 * A module and all it imports as one classic script, minified as the shipped code is, that hands the module's exports to
 * the page as `benchModule`.
 */
export async function bundleForPage(module: URL): Promise<string> {
  const source = `import * as all from '${fileURLToPath(module)}'; globalThis.benchModule = all;`;
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'bench-entry',
        resolveId: (id) => (id.endsWith(entry) ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  return result.output[0].code;
}

import { build, type Rolldown } from 'vite';

const entry = 'bench-entry.js';

/**
 * A module given as text, with all it imports, as one script: minified as the shipped code is.
 * @param options for Rolldown: the format, what is left out
 */
export async function bundleSource(
  source: string,
  options: Pick<Rolldown.RolldownOptions, 'external' | 'output'> & { preserveEntrySignatures?: 'strict' },
): Promise<string> {
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
      rolldownOptions: { input: entry, ...options },
    },
  })) as Rolldown.RolldownOutput;
  return result.output[0].code;
}

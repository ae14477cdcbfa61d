import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from './source-files.ts';

interface Message {
  code: string;
  file?: string;
}

// Preact holds the branch of `dangerouslySetInnerHTML`; `layers.test.ts` sees that none of ours takes it.
const known = 'UNSAFE_VAR_ASSIGNMENT';

it('finds nothing that Mozilla’s linter would object to', async () => {
  const args = ['lint', '--source-dir', '.output/firefox-mv3', '--self-hosted', '--output', 'json'];
  const { stdout } = await promisify(execFile)(`${root}node_modules/.bin/web-ext`, args, { cwd: root });
  const found = JSON.parse(stdout) as {
    summary: { errors: number };
    warnings: Message[];
    notices: Message[];
  };
  expect(found.summary.errors).toBe(0);
  expect([...found.warnings, ...found.notices].filter(({ code }) => code !== known)).toEqual([]);
});

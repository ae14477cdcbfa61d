import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../commands/read-page.ts', import.meta.url));
const page = fileURLToPath(new URL('saved/market-b-default.html', import.meta.url));
const address = 'https://www.bondora.com/en/secondmarket';

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
}

describe('read-page', () => {
  it('prints nothing but JSON: the page, its columns, its rows with what follows from them', () => {
    const { status, stdout, stderr } = run(page, '--url', address);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as { rows: unknown[] };
    expect(Object.keys(report)).toEqual(['kind', 'generation', 'columns', 'rows']);
    expect(report).toMatchObject({ kind: 'secondary-market', generation: 'B' });
    expect(report.rows[0]).toMatchObject({
      fields: { interest: 0.2825, nextPaymentDate: '2021-03-21', discount: -0.15, price: 4.12 },
      derived: { paymentsLeft: 49 },
    });
  });

  it('prints a page that is none of Bondora’s as none', () => {
    const { status, stdout } = run(page, '--url', 'https://example.com/en/secondmarket');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ kind: 'none', generation: null, columns: [], rows: [] });
  });

  it('says beside the JSON what was not understood', () => {
    const { status, stdout, stderr } = run(page.replace('default', 'not-understood'), '--url', address);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'secondary-market', rows: [] });
    expect(stderr).toMatch(/^There is a table, but .*\n$/);
  });

  it.each([
    ['a file that does not exist', ['no-such-page.html', '--url', address], /there is no such file/],
    ['a folder', ['.', '--url', address], /it is a folder/],
    ['no address', [page], /address .* is missing/],
    ['an address that is none', [page, '--url', 'secondmarket'], /"secondmarket" is not an address/],
    ['no file', ['--url', address], /One file must be named/],
    ['two files', [page, page, '--url', address], /One file must be named/],
    ['an unknown option', [page, '--uri', address], /not understood/],
  ] as const)('ends with one sentence and exit 1 on %s', (_, args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

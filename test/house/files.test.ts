import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSourceFiles, root } from './source-files.ts';

/** Files of one thought that is longer than most, each with the reason. */
const long: Readonly<Record<string, string>> = {
  'lib/formula/parse.ts': 'one grammar, from its loosest operator to its tightest',
  'test/unit/formula/parse.test.ts': 'the grammar, case by case',
  'test/unit/bondora/limiter.test.ts': 'the quotas, case by case',
};
const limit = 300;

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '');
const texts = tracked.filter((path) => /\.(tsx?|json|md|css|html|mjs|yaml|yml)$|^\.|^LICENSE/.test(path));

describe('the files', () => {
  it('stand at the top level only where the frame says', () => {
    const top = [...new Set(tracked.map((path) => path.split('/')[0] ?? ''))].filter(
      (name) => !name.startsWith('.'),
    );
    expect(top.toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'components',
      'entrypoints',
      'lib',
      'package-lock.json',
      'package.json',
      'test',
      'tsconfig.json',
      'wxt.config.ts',
    ]);
  });

  it('are named in kebab case and for what they own', () => {
    const sources = tracked.filter((path) => /^(components|entrypoints|lib|test)\//.test(path));
    const names = sources.flatMap((path) => path.split('/').slice(1));
    expect(names.filter((name) => !/^([a-z0-9]+[-.@])*[a-z0-9]+$|^README\.md$/.test(name))).toEqual([]);
    expect(
      names.filter((name) => /^(utils?|helpers?|common|misc|managers?|shared)(\.|$)/.test(name)),
    ).toEqual([]);
  });

  it('are not longer than a thought needs', () => {
    const tooLong = readSourceFiles('lib', 'components', 'entrypoints', 'test')
      .filter((file) => file.text.split('\n').length > limit && !(file.path in long))
      .map((file) => `${file.path}: ${file.text.split('\n').length} lines`);
    expect(tooLong).toEqual([]);
  });

  it('export names, except where a tool wants a default', () => {
    const wrong = readSourceFiles('lib', 'components')
      .filter((file) => /^export default/m.test(file.text))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });

  it('hold no address of a registry and no path of a machine', () => {
    const lock = readFileSync(`${root}package-lock.json`, 'utf8');
    expect(lock).not.toContain('"resolved": "http');
    const machine = /(^|[\s"'`(=])\/(home|root|Users|work)\/\w/m;
    expect(texts.filter((path) => machine.test(readFileSync(`${root}${path}`, 'utf8')))).toEqual([]);
  });

  it('skip no test and run none alone', () => {
    const narrowed = /\b(it|test|describe)\.(skip|only|todo|fails|fixme)\b/;
    const wrong = readSourceFiles('test')
      .filter((file) => file.path !== 'test/house/files.test.ts' && narrowed.test(file.text))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });
});

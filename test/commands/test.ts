import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest, sumTests, type TestCount } from './count-tests.ts';

// npm test: every check there is, in both browsers. Ends with what all runners together say.

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Runner {
  name: string;
  command: readonly [string, ...string[]];
  /** Where the runner writes its report; an old one is removed first. */
  report: string;
  count: (report: unknown) => TestCount;
}

const runners: readonly Runner[] = [
  {
    name: 'npm run check',
    // The words after the second -- reach Vitest, which `check` runs last.
    command: ['npm', 'run', 'check', '--', '--', ...reportersOfVitest('.output/vitest.json')],
    report: '.output/vitest.json',
    count: countVitest,
  },
  {
    name: 'tests in the browsers',
    command: ['playwright', 'test', '-c', 'test/e2e/playwright.config.ts'],
    report: '.output/e2e.json',
    count: countPlaywright,
  },
];

if (run(['npm', 'run', 'install-browsers']) !== 0) process.exit(1);
// No build of yesterday is tested when today's fails.
for (const build of ['chrome-mv3', 'firefox-mv3'])
  rmSync(`${root}.output/${build}`, { recursive: true, force: true });
const { passed, failed } = sumTests(runners.map(runAndCount));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runAndCount({ name, command, report, count }: Runner): TestCount | null {
  const path = `${root}${report}`;
  rmSync(path, { force: true });
  const status = run(command);
  if (!existsSync(path)) {
    console.error(`${name}: ended with status ${status} and no report of tests.`);
    return null;
  }
  const counted = count(JSON.parse(readFileSync(path, 'utf8')));
  // A runner may fail for a reason that is no test of its own.
  return status === 0 ? counted : { ...counted, failed: Math.max(counted.failed, 1) };
}

/** Runs one command of the project in the foreground and gives its exit status. */
function run([program, ...words]: readonly [string, ...string[]]): number {
  const { status, error } = spawnSync(program, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error !== undefined) console.error(`${program}: ${error.message}`);
  return status ?? 1;
}

function reportersOfVitest(file: string): string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}

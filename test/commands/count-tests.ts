/** How the tests of one runner ended. A skipped test has not passed, so it counts as failed. */
export interface TestCount {
  passed: number;
  failed: number;
}

/** Reads the JSON report of Vitest. A file that could not even be loaded counts as one failure. */
export function countVitest(report: unknown): TestCount {
  const { numTotalTests, numPassedTests, success } = report as {
    numTotalTests: number;
    numPassedTests: number;
    success: boolean;
  };
  return atLeastOneFailure(success, numPassedTests, numTotalTests - numPassedTests);
}

/** Reads the JSON report of Playwright. An error outside of all tests counts as one failure. */
export function countPlaywright(report: unknown): TestCount {
  const { stats, errors } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: readonly unknown[];
  };
  return atLeastOneFailure(
    errors.length === 0,
    stats.expected,
    stats.unexpected + stats.flaky + stats.skipped,
  );
}

/** The sum of all runners; a runner that reported nothing (null), or no test at all, counts as one failure. */
export function sumTests(counts: readonly (TestCount | null)[]): TestCount {
  const sum = { passed: 0, failed: 0 };
  for (const count of counts) {
    const isEmpty = count === null || count.passed + count.failed === 0;
    sum.passed += count?.passed ?? 0;
    sum.failed += isEmpty ? 1 : count.failed;
  }
  return sum;
}

function atLeastOneFailure(success: boolean, passed: number, failed: number): TestCount {
  return { passed, failed: success ? failed : Math.max(failed, 1) };
}

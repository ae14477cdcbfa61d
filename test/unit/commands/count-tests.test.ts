import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sumTests } from '#test/commands/count-tests.ts';

describe('counting the tests of all runners', () => {
  it('takes what passed from Vitest, and everything else as failed', () => {
    const report = { numTotalTests: 10, numPassedTests: 7, numFailedTests: 1, success: false };
    expect(countVitest(report)).toEqual({ passed: 7, failed: 3 });
  });

  it('counts a file that Vitest could not load', () => {
    const report = { numTotalTests: 5, numPassedTests: 5, numFailedTests: 0, success: false };
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts flaky and skipped tests of Playwright as failed', () => {
    const stats = { expected: 20, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 20, failed: 3 });
  });

  it('counts an error of Playwright outside of all tests', () => {
    const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [{ message: 'no build' }] })).toEqual({ passed: 2, failed: 1 });
  });

  it('takes a runner without a report or without tests for a failure', () => {
    expect(sumTests([{ passed: 3, failed: 0 }, null, { passed: 0, failed: 0 }])).toEqual({
      passed: 3,
      failed: 2,
    });
    expect(sumTests([{ passed: 3, failed: 1 }])).toEqual({ passed: 3, failed: 1 });
  });
});

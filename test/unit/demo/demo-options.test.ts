import { describe, expect, it } from 'vitest';
import { parseDemoOptions } from '#test/demo/demo-options.ts';

describe('the options of the demo', () => {
  const shown = { DISPLAY: ':0' };

  it('show a window where there is a display', () => {
    expect(parseDemoOptions([], shown, 'linux').headless).toBe(false);
    expect(parseDemoOptions([], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux').headless).toBe(false);
    expect(parseDemoOptions([], {}, 'darwin').headless).toBe(false);
    expect(parseDemoOptions(['--headless'], shown, 'linux').headless).toBe(true);
  });

  it('go without a window where there is no display', () => {
    expect(parseDemoOptions([], {}, 'linux').headless).toBe(true);
  });

  it('take the browser, the size and the seed', () => {
    const words = ['--browser', 'firefox', '--listings', '40000', '--seed', '7'];
    expect(parseDemoOptions(words, shown, 'linux')).toEqual({
      browser: 'firefox',
      headless: false,
      listings: 40_000,
      seed: 7,
      loansFile: undefined,
      pages: false,
    });
  });

  it('find a file from where the person stands', () => {
    const env = { ...shown, INIT_CWD: '/somewhere/else' };
    expect(parseDemoOptions(['--loans', '../loans.csv.gz'], env, 'linux').loansFile).toBe(
      '/somewhere/loans.csv.gz',
    );
  });

  it('refuse what they do not understand, in a sentence', () => {
    expect(() => parseDemoOptions(['--browser', 'opera'], shown, 'linux')).toThrow(
      '--browser takes chromium or firefox, not "opera".',
    );
    expect(() => parseDemoOptions(['--listings', 'many'], shown, 'linux')).toThrow(
      '--listings takes a whole number, not "many".',
    );
    expect(() => parseDemoOptions(['--what'], shown, 'linux')).toThrow(/--what/);
  });
});

import { describe, expect, it } from 'vitest';
import { findBrowser, getBrowser, type Machine } from '#test/browsers/find-browser.ts';

/** A machine with these files and this environment. */
function machineWith(files: readonly string[], env: Machine['env'] = {}): Machine {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    exists: (path) => files.includes(path),
    playwrightChromium: () => '/cache/playwright/chrome',
  };
}

describe('finding a browser', () => {
  it('takes the program that the environment names before all others', () => {
    const machine = machineWith(['/opt/fox', '/usr/bin/firefox-esr'], { BONDLENS_FIREFOX: '/opt/fox' });
    expect(findBrowser('firefox', machine)).toBe('/opt/fox');
  });

  it('does not go on to another browser when the named one does not exist', () => {
    const machine = machineWith(['/usr/bin/chromium'], { BONDLENS_CHROMIUM: '/opt/none' });
    expect(() => findBrowser('chromium', machine)).toThrow('BONDLENS_CHROMIUM names /opt/none');
  });

  it("takes the system's own before Playwright's", () => {
    const both = machineWith(['/cache/playwright/chrome', '/usr/bin/chromium']);
    expect(findBrowser('chromium', both)).toBe('/usr/bin/chromium');
    expect(findBrowser('chromium', machineWith(['/cache/playwright/chrome']))).toBe(
      '/cache/playwright/chrome',
    );
  });

  it('prefers the extended support release of Firefox, wherever in the path it stands', () => {
    const machine = machineWith(['/usr/local/bin/firefox', '/usr/bin/firefox-esr']);
    expect(findBrowser('firefox', machine)).toBe('/usr/bin/firefox-esr');
    expect(findBrowser('firefox', machineWith(['/usr/local/bin/firefox']))).toBe('/usr/local/bin/firefox');
  });

  it("does not take Playwright's Chromium for a Firefox", () => {
    expect(findBrowser('firefox', machineWith(['/cache/playwright/chrome']))).toBeUndefined();
  });

  it('says what to install when there is none', () => {
    expect(() => getBrowser('chromium', machineWith([]))).toThrow(
      /^Chromium is missing: .*apt-get install chromium/,
    );
    expect(() => getBrowser('firefox', machineWith([]))).toThrow(
      /^Firefox is missing: .*apt-get install firefox-esr/,
    );
  });
});

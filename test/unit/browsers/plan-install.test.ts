import { describe, expect, it } from 'vitest';
import { planInstall } from '#test/browsers/plan-install.ts';

describe('installing browsers', () => {
  it('does nothing when none is missing', () => {
    expect(planInstall([], 'debian')).toEqual([]);
    expect(planInstall([], 'playwright')).toEqual([]);
  });

  it("takes only what is missing from Debian's packages", () => {
    expect(planInstall(['firefox'], 'debian')).toEqual([
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'firefox-esr'],
    ]);
    expect(planInstall(['chromium', 'firefox'], 'debian').at(-1)).toEqual([
      'apt-get',
      'install',
      '-y',
      'chromium',
      'firefox-esr',
    ]);
  });

  it("takes Chromium from Playwright, and nothing in Firefox's place", () => {
    expect(planInstall(['chromium', 'firefox'], 'playwright')).toEqual([
      ['npx', 'playwright', 'install', '--no-shell', 'chromium'],
    ]);
    expect(planInstall(['firefox'], 'playwright')).toEqual([]);
  });
});

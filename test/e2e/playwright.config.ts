import { defineConfig } from '@playwright/test';
import { browserKinds } from '#test/browsers/test-browser.ts';
import type { BrowserOptions } from './fixture.ts';

// The same specs in both browsers. Each test starts its own browser with the build that people install.
export default defineConfig<BrowserOptions>({
  testDir: '.',
  globalSetup: './require-builds.ts',
  outputDir: '../../.output/e2e',
  fullyParallel: true,
  forbidOnly: true,
  // Two cores are half idle while two browsers start and wait.
  workers: 3,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../.output/e2e.json' }]],
  projects: browserKinds.map((kind) => ({ name: kind, use: { kind } })),
});

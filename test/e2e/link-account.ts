import type { TestBrowser, TestPage } from '#test/browsers/test-browser.ts';
import type { Application } from '#test/sandbox/tokens.ts';

/** The options page as it opens by itself after the install. */
export function findOptions(browser: TestBrowser): Promise<TestPage> {
  return browser.nextPage((address) => address.includes('extension://') && address.includes('/options.html'));
}

/** Enters an application on the options page. */
export async function saveApplication(
  options: TestPage,
  { clientId, clientSecret }: Pick<Application, 'clientId' | 'clientSecret'>,
): Promise<void> {
  await options.fill('#client-id', clientId);
  await options.fill('#client-secret', clientSecret);
  await options.click('#save-application');
  await waitForStatus(options, 'Application saved.');
}

/** Presses "Link" on the options page or in the popup, and answers Bondora's consent page in the window that opens, without these permissions. */
export async function answerConsent(
  browser: TestBrowser,
  page: TestPage,
  answer: 'allow' | 'deny',
  untick: readonly string[] = [],
): Promise<void> {
  await page.click('#link');
  const consent = await browser.nextPage((address) => address.includes('/oauth/authorize'));
  for (const scope of untick) await consent.click(`#scope-${scope}`);
  await consent.click(`#${answer}`);
}

/** Links the sandbox's account, all the way from an empty options page. */
export async function linkAccount(
  browser: TestBrowser,
  options: TestPage,
  application: Application,
): Promise<void> {
  await saveApplication(options, application);
  await answerConsent(browser, options, 'allow');
  await waitForStatus(options, 'Account linked.');
}

/** Waits until the options page says this in its line for news. */
export async function waitForStatus(options: TestPage, sentence: string): Promise<void> {
  await options.waitFor((text) => document.querySelector('#status')?.textContent === text, sentence);
}

// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { PageCard, type PagePort } from '#components/page/page-card.tsx';
import { AppError } from '#lib/base/app-error.ts';
import type { PageStatus } from '#lib/messages/page-protocol.ts';
import { openPage, type RenderedPage } from './rendered-page.tsx';
import { createScriptedBackground } from './scripted-background.ts';

const unknown: PageStatus = { tab: 7, host: 'app.bondora.com', path: '/en/offers', state: 'unknown' };

function openCard(found: PageStatus | null, open = vi.fn<PagePort['open']>(() => Promise.resolve())) {
  const port: PagePort = { find: () => Promise.resolve(found), open };
  return { open, page: openPage(<PageCard port={port} />, createScriptedBackground()) };
}

async function seeCard(opening: Promise<RenderedPage>): Promise<RenderedPage> {
  const page = await opening;
  await page.see(() => page.find('#this-page'));
  return page;
}

describe('the page under the popup', () => {
  it('can be taught and reported where Bondlens does not know it', async () => {
    const { open, page: opening } = openCard(unknown);
    const page = await seeCard(opening);
    expect(page.text('#page-state')).toBe('Bondlens does not know this page.');
    expect(page.text('#this-page')).toContain('app.bondora.com/en/offers');
    await page.click('#teach-page');
    await page.click('#report-page');
    expect(open.mock.calls).toEqual([
      [7, 'teach'],
      [7, 'report'],
    ]);
  });

  it('says what stands in the way when nothing can be opened there', async () => {
    const refused = new AppError(
      'not-allowed',
      'The browser does not let Bondlens open anything on this page.',
    );
    const { page: opening } = openCard(
      unknown,
      vi.fn(() => Promise.reject(refused)),
    );
    const page = await seeCard(opening);
    await page.click('#teach-page');
    await page.see(() => expect(page.text('[role="alert"]')).toBe(refused.message));
  });

  it('offers nothing where the browser keeps Bondlens away, and says so', async () => {
    const page = await seeCard(openCard({ ...unknown, state: 'unreached' }).page);
    expect(page.text('#page-state')).toContain('The browser keeps Bondlens from this page.');
    expect(page.has('#teach-page')).toBe(false);
  });

  it('is not spoken of on other sites', async () => {
    const page = await openCard(null).page;
    expect(page.has('#this-page')).toBe(false);
  });
});

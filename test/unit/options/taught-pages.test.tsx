// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { TaughtPagesSection } from '#components/settings/taught-pages-section.tsx';
import type { Notice } from '#components/ui/report.ts';
import { defaultPreferences } from '#lib/views/preferences.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { readTaughtText, writeTaughtText } from '#lib/views/taught-text.ts';
import { openPage } from '#test/unit/popup/rendered-page.tsx';
import { createScriptedBackground, minute, start } from '#test/unit/popup/scripted-background.ts';

const offers: TaughtPage = {
  id: 'offers',
  host: 'app.bondora.com',
  path: '/offers',
  kind: 'secondary-market',
  headers: ['Qwx', 'Zrt'],
  columns: [{ header: 'Zrt', nth: 0, fields: ['interest'] }],
  decimal: null,
  dates: null,
  taughtAt: start - 5 * minute,
};

async function openSection(taughtPages: TaughtPage[]) {
  const background = createScriptedBackground({ preferences: { ...defaultPreferences, taughtPages } });
  const copy = vi.fn((_: string) => Promise.resolve());
  const notices: Notice[] = [];
  const report = (notice: Notice): void => void notices.push(notice);
  const page = await openPage(<TaughtPagesSection copy={copy} report={report} />, background);
  const kept = (): TaughtPage[] => background.knows.preferences.taughtPages;
  return { page, kept, copy, notices };
}

describe('the pages that were taught', () => {
  it('are listed with address, kind, columns and age', async () => {
    const { page } = await openSection([offers]);
    expect(page.text('.taught-pages')).toContain('app.bondora.com/offers');
    expect(page.text('.taught-pages')).toContain('Secondary market, 1 of 2 columns, 5 minutes ago');
    expect(page.text('.taught-pages .told')).toContain('“Zrt”: interest.');
  });

  it('are forgotten with one click, and known again with another', async () => {
    const { page, kept } = await openSection([offers]);
    await page.click('[aria-label="Forget app.bondora.com/offers"]');
    await page.see(() => expect(kept()).toEqual([]));
    await page.click('#taught-undo');
    await page.see(() => expect(kept()).toEqual([offers]));
    expect(page.has('#taught-undo')).toBe(false);
  });

  it('are copied as a text that another browser can read', async () => {
    const { page, copy } = await openSection([offers]);
    await page.click('[aria-label="Copy app.bondora.com/offers as text"]');
    const [text = ''] = copy.mock.calls[0] ?? [];
    expect(readTaughtText(text, 'offers', offers.taughtAt)).toEqual({ page: offers });
  });

  it('come from a text after it was shown in words, and take the place of the same table', async () => {
    const { page, kept } = await openSection([offers]);
    await page.click('#taught-paste');
    await page.type('textarea', 'nonsense');
    expect(page.text('.paste .wrong')).toContain('not the text of a page');
    expect(page.findAs(HTMLButtonElement, '.paste .primary').disabled).toBe(true);
    await page.type('textarea', writeTaughtText({ ...offers, decimal: ',' }));
    expect(page.text('.paste .told')).toContain('Numbers have a decimal comma.');
    await page.click('.paste .primary');
    await page.see(() => expect(kept()).toHaveLength(1));
    expect(kept()[0]).toMatchObject({ path: '/offers', decimal: ',', taughtAt: start });
  });

  it('are refused when there are too many, and nothing is lost', async () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      ...offers,
      id: `page-${at}`,
      path: `/offers-${at}`,
    }));
    const { page, kept, notices } = await openSection(many);
    await page.click('#taught-paste');
    await page.type('textarea', writeTaughtText(offers));
    await page.click('.paste .primary');
    await page.see(() =>
      expect(notices).toEqual([{ failed: 'There are 50 taught pages: forget one first.' }]),
    );
    expect(kept()).toEqual(many);
  });
});

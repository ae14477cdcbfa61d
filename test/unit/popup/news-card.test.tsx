// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { MarketNews, NewsItem } from '#lib/messages/market-news.ts';
import { createScriptedBackground, linked, market, minute, noNews, start } from './scripted-background.ts';
import { openPopup } from './open-popup.tsx';

const auctionId = 'aaaaaaaa-1111-4111-8111-111111111111';

const listed: NewsItem = {
  id: 12,
  at: start - 12 * minute,
  kind: 'listed',
  auctionNumber: 1_234_567,
  auctionId,
  listingId: 'bbbbbbbb-1111-4111-8111-111111111111',
  rating: 'C',
  field: null,
  from: null,
  to: null,
  price: 12.4,
};

const cheaper: NewsItem = { ...listed, id: 11, kind: 'cheaper', field: 'discount', from: -0.05, to: -0.08 };

const news: MarketNews = {
  since: start - 180 * minute,
  upTo: 12,
  counts: { changed: 1204, listed: 12, cheaper: 5, opened: 1, sold: 0 },
  newest: [listed, cheaper],
};

const lines = (element: HTMLElement): string[] =>
  [...element.children].map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '));

describe('what happened since the person last looked', () => {
  it('is counted in plain words, most telling first', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked, market, news }));
    await page.see(() =>
      expect(lines(page.find('#news-counts'))).toEqual([
        '12 new',
        '5 cheaper',
        '1 auction opened',
        '1,204 other changes',
      ]),
    );
    expect(page.text('#news')).toContain('Counted from 3 hours ago');
  });

  it('is listed with loan, age, and what changed from what to what', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked, market, news }));
    await page.see(() =>
      expect(lines(page.find('#news-list'))).toEqual([
        'New Loan 1234567 C12.40 €12 minutes ago',
        'Cheaper Loan 1234567 C12.40 €Discount −5.0% → −8.0%, 12 minutes ago',
      ]),
    );
    const link = page.findAs(HTMLAnchorElement, '#news-list a');
    expect(link.href).toBe(`https://www.bondora.com/en/auction/show/${auctionId}`);
    expect(link.target).toBe('_blank');
    expect(page.has('#more-news')).toBe(false);
  });

  it('tells what it can of a loan without number and address', async () => {
    const bare = { ...listed, auctionNumber: null, auctionId: null, rating: null, price: null };
    const page = await openPopup(
      createScriptedBackground({ account: linked, market, news: { ...news, newest: [bare] } }),
    );
    await page.see(() => expect(lines(page.find('#news-list'))).toEqual(['New A loan12 minutes ago']));
    expect(page.has('#news-list a')).toBe(false);
  });

  it('shows a few at first, and all to who asks', async () => {
    const newest = Array.from({ length: 20 }, (_, index) => ({ ...listed, id: 40 - index }));
    const page = await openPopup(
      createScriptedBackground({ account: linked, market, news: { ...news, newest } }),
    );
    await page.see(() => expect(page.text('#more-news')).toBe('Show 16 more'));
    expect(page.find('#news-list').children).toHaveLength(4);
    await page.click('#more-news');
    await page.see(() => expect(page.find('#news-list').children).toHaveLength(20));
    expect(page.find('#more-news').getAttribute('aria-expanded')).toBe('true');
  });

  it('is marked as seen by the button alone, up to what was shown', async () => {
    const background = createScriptedBackground({ account: linked, market, news });
    const page = await openPopup(background);
    await page.see(() => page.find('#mark-seen'));
    page.close();
    expect(background.sent).toEqual([]);
    const again = await openPopup(background);
    await again.see(() => again.find('#mark-seen'));
    await again.click('#mark-seen');
    await again.see(() => expect(again.text('#no-news')).toMatch(/^All seen less than a minute ago\./));
    expect(background.sent).toEqual([['events.seen', { upTo: 12 }]]);
    await again.see(() => expect(document.activeElement?.id).toBe('no-news'));
    expect(again.has('#mark-seen')).toBe(false);
  });

  it('comes by itself when a pull has found something', async () => {
    const background = createScriptedBackground({
      account: linked,
      market,
      news: { ...noNews, since: start - 60 * minute },
    });
    const page = await openPopup(background);
    await page.see(() => expect(page.text('#no-news')).toBe('Nothing has changed for 1 hour.'));
    background.knows.news = news;
    background.pulse('events');
    await page.see(() => expect(page.text('#news-listed')).toBe('12'));
  });

  it('begins with the second pull', async () => {
    const page = await openPopup(createScriptedBackground({ account: linked, market, news: noNews }));
    await page.see(() => expect(page.text('#news')).toContain('from the second pull on'));
    expect(page.has('#mark-seen')).toBe(false);
  });

  it('is not spoken of without an account', async () => {
    const page = await openPopup(createScriptedBackground());
    await page.see(() => page.find('#market-age'));
    expect(page.has('#news')).toBe(false);
  });
});

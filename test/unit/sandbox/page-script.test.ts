import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { createFormats } from '#test/sandbox/site/formats.ts';
import { writeListPage, writeListPart } from '#test/sandbox/site/list-page.ts';
import { secondMarket } from '#test/sandbox/site/list.ts';
import { usualVariant, type PageVariant } from '#test/sandbox/site/variant.ts';
import { createWorld } from '#test/sandbox/world/create-world.ts';

const world = createWorld({ seed: 5, listings: 120, holdings: 0, startedAt: Date.UTC(2026, 10, 22, 12) });

interface Opened {
  window: JSDOM['window'];
  page: Document;
  asked: string[];
}

/** Opens the page with its script running; what the script fetches is written by the page makers. */
function open(variant: PageVariant, path = '/en/secondmarket?pageSize=20'): Opened {
  const asked: string[] = [];
  const request = (address: URL) => ({
    address,
    style: { prefix: 'en', language: 'en' as const, variant, formats: createFormats(variant, 'en') },
    investor: 0,
    rememberedColumns: /secondmarket-columns=([\w.]+)/.exec(window.document.cookie)?.[1],
  });
  const { window } = new JSDOM('', { url: `https://www.bondora.com${path}`, runScripts: 'dangerously' });
  Object.assign(window, {
    fetch: async (address: URL) => {
      asked.push(address.pathname + address.search);
      return { text: async () => writeListPart(secondMarket, world, request(new URL(address.href))) };
    },
    setTimeout: (run: () => void) => run(),
  });
  const frame = {
    prefix: 'en',
    title: '',
    user: 'Investor',
    current: 'secondmarket',
    loading: variant.loading,
  };
  window.document.open();
  window.document.write(writeListPage(secondMarket, world, request(new URL(window.location.href)), frame));
  window.document.close();
  return { window, page: window.document, asked };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};
const click = (element: Element | null | undefined): void => {
  element?.dispatchEvent(
    new (element.ownerDocument.defaultView ?? window).MouseEvent('click', {
      bubbles: true,
      cancelable: true,
    }),
  );
};
const heads = (page: Document): (string | null)[] =>
  [...page.querySelectorAll('.investments thead th')].map((head) => head.textContent);

describe('the page’s own script', () => {
  it('opens and closes the details of an offer, also where rows of others stand between', () => {
    const { page } = open(usualVariant);
    const row = page.querySelector('tr.offer');
    row?.after(page.createElement('tr'));
    const details = page.querySelector<HTMLElement>('tr.detail-row');
    click(row?.querySelector('td'));
    expect(details?.style.display).toBe('');
    click(details?.querySelector('[data-tab="4"]'));
    expect(details?.querySelector('.tab-pane.active table.table')).not.toBeNull();
    click(row?.querySelector('td'));
    expect(details?.style.display).toBe('none');
  });

  it('opens details also where the classes are called by other names', () => {
    const { page } = open({ ...usualVariant, classes: 'unknown' });
    const row = page.querySelector<HTMLTableRowElement>('tbody > tr');
    const details = row?.nextElementSibling as HTMLElement;
    expect(row?.className).not.toBe('offer');
    expect(details.style.display).toBe('none');
    click(row?.cells[2]);
    expect(details.style.display).toBe('');
  });

  it('turns pages without a load where the page is set to it', async () => {
    const { window, page, asked } = open({ ...usualVariant, loading: 'ajax' });
    await settle();
    expect(asked).toEqual(['/en/secondmarket/list?pageSize=20']);
    const first = page.querySelector('tr.offer')?.getAttribute('data-id');
    click([...page.querySelectorAll('.pagination a')].find((link) => link.textContent === '2'));
    await settle();
    expect(asked.at(-1)).toBe('/en/secondmarket/list?pageSize=20&pageNr=2');
    expect(window.location.search).toBe('?pageSize=20&pageNr=2');
    expect(page.querySelectorAll('tr.offer')).toHaveLength(20);
    expect(page.querySelector('tr.offer')?.getAttribute('data-id')).not.toBe(first);
  });

  it('changes the columns through the wheel and remembers them', async () => {
    const { window, page } = open({ ...usualVariant, loading: 'ajax' });
    await settle();
    click(page.querySelector('.js-wheel'));
    const boxes = [...page.querySelectorAll<HTMLInputElement>('.js-columns input')];
    for (const box of boxes) box.checked = ['cost', 'rating', 'principal'].includes(box.value);
    click(
      boxes
        .find((box) => box.value === 'cost')
        ?.closest('li')
        ?.querySelector('.js-up'),
    );
    page
      .querySelector('.js-columns')
      ?.dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true }));
    await settle();
    expect(heads(page)).toEqual(['Rating', 'Cost', 'Outstanding principal']);
    expect(page.cookie).toContain('secondmarket-columns=rating.cost.principal');
  });

  it('puts a late table in when its time has come, and collects errors of the page', async () => {
    const { window, page } = open({ ...usualVariant, late: 400 });
    await settle();
    expect(page.querySelectorAll('tr.offer')).toHaveLength(20);
    expect((window as unknown as { pageErrors: string[] }).pageErrors).toEqual([]);
  });
});

import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { appScript } from '#test/sandbox/site/app-script.ts';
import { usualVariant } from '#test/sandbox/site/variant.ts';
import { useSandbox } from './use-sandbox.ts';

const box = useSandbox({ seed: 7, listings: 60, holdings: 30, now: () => Date.UTC(2026, 10, 22, 12) });
beforeAll(() => {
  box.sandbox.site.variant = { ...usualVariant, details: 'none' };
});

interface Opened {
  window: JSDOM['window'];
  page: Document;
  /** Paths that the page's script asked for. */
  asked: string[];
  /** Waits until the answers to all that was asked are on the page. */
  settle: () => Promise<void>;
}

/** Opens an address with its script running; what the script fetches comes from the sandbox, and timers run at once. */
async function open(address: string): Promise<Opened> {
  const asked: string[] = [];
  const answers: Promise<unknown>[] = [];
  const { window } = new JSDOM('', { url: address, runScripts: 'dangerously' });
  Object.assign(window, {
    fetch(path: string | URL) {
      const to = new URL(path, window.location.href);
      asked.push(to.pathname + to.search);
      // Here whole, so that nothing but turns of the loop stands between it and the page.
      const answer = box.ask(to.href).then(async (given) => new Response(await given.text()));
      answers.push(answer);
      return answer;
    },
    setTimeout: (run: () => void) => run(),
  });
  window.document.open();
  window.document.write(await (await box.ask(address)).text());
  window.document.close();
  const settle = async (): Promise<void> => {
    for (let known = 0; known < answers.length;) {
      known = answers.length;
      await Promise.all(answers);
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    }
  };
  return { window, page: window.document, asked, settle };
}

const click = (element: Element | null | undefined): void => {
  if (!element?.ownerDocument.defaultView) throw new Error('There is nothing to click.');
  element.dispatchEvent(
    new element.ownerDocument.defaultView.MouseEvent('click', { bubbles: true, cancelable: true }),
  );
};

describe('the scripts of the site', () => {
  it('search the cash flow, and open a month to its days', async () => {
    const { page, asked, settle } = await open('https://www.bondora.com/en/cashflow');
    await settle();
    const month = page.querySelector<HTMLSelectElement>('#StartMonth');
    if (!month) throw new Error('There is no month to choose.');
    month.value = '9';
    click(page.querySelector('#search-cashflow'));
    await settle();
    expect(asked).toHaveLength(2);
    expect(asked[1]).toBe('/en/cashflow/searchcashflow?StartMonth=9&StartYear=2026&EndMonth=12&EndYear=2026');
    const link = page.querySelector<HTMLAnchorElement>('a[data-month]');
    const day = page.querySelector<HTMLElement>(`tr[data-of="${link?.dataset['month']}"]`);
    expect(link?.textContent).toBe('Sep 2026');
    expect(day?.style.display).toBe('none');
    click(link);
    expect(day?.style.display).toBe('');
  });

  it('draw the dashboard’s numbers, and more of them by a button', async () => {
    const { page, settle } = await open('https://www.bondora.com/de/dashboard');
    await settle();
    const names = [...page.querySelectorAll('.dashboard__overview-numbers dt')].map(
      (name) => name.textContent,
    );
    expect(names).toEqual(['Wert des Kontos', 'Nettoertrag', 'Rendite', 'Portfoliowert', 'Brieftasche']);
    expect(page.querySelector('#statNumbers td')).toBeNull();
    click(page.querySelector('.js-more-stats'));
    await settle();
    expect(page.querySelectorAll('#statNumbers tr')).toHaveLength(8);
  });

  it('put generation C’s table in, replace it when it is sorted, and move between lists without a load', async () => {
    const { window, page, asked, settle } = await open('https://app.bondora.com/en/secondmarket?pageSize=5');
    window.eval(appScript);
    await settle();
    const first = page.querySelector('table');
    expect(first?.querySelectorAll('tbody tr')).toHaveLength(5);
    click(page.querySelector('th[data-sort="3"]'));
    await settle();
    expect(asked.at(-1)).toBe('/en/secondmarket/list?pageSize=5&sort=3');
    expect(page.querySelector('table')).not.toBe(first);
    expect(page.querySelectorAll('table')).toHaveLength(1);
    click([...page.querySelectorAll('nav a')].find((link) => link.textContent === 'Investments'));
    await settle();
    expect(window.location.pathname).toBe('/en/investments');
    expect(page.querySelector('th')?.textContent).toBe('Investment number');
    expect((window as unknown as { pageErrors: string[] }).pageErrors).toEqual([]);
  });
});

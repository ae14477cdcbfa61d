import type { TestBrowser, TestPage } from '#test/browsers/test-browser.ts';

/** The popup, opened in a tab as an ordinary page. */
export function openPopup(browser: TestBrowser): Promise<TestPage> {
  return browser.extensionPage('popup.html');
}

/** What the popup shows of account and market; null where a figure is not there (yet). */
export interface PopupFigures {
  available: number | null;
  balance: number | null;
  reserved: number | null;
  listings: number | null;
  callsLeft: number | null;
  /** Sentences about what went wrong. */
  problems: string[];
}

/** Reads the figures, as machine values. */
export function readPopup(popup: TestPage): Promise<PopupFigures> {
  return popup.evaluate(() => {
    const figure = (id: string): number | null => {
      const element = document.querySelector(`data#${id}`);
      return element === null ? null : Number(element.getAttribute('value'));
    };
    return {
      available: figure('available'),
      balance: figure('balance'),
      reserved: figure('reserved'),
      listings: figure('market-listings'),
      callsLeft: figure('calls-left'),
      problems: [...document.querySelectorAll('#problem p')].map((line) => line.textContent ?? ''),
    };
  });
}

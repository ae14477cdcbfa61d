import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from '#components/overlay/overlay.ts';
import { systemClock } from '#lib/base/clock.ts';
import { ask } from '#lib/messages/ask.ts';
import { onPulse } from '#lib/messages/pulse.ts';
import { readTaughtPages } from '#lib/store/taught-pages.ts';
import { bringScript } from './bring-script.ts';
import { createMarketPage } from './market-page.ts';
import './page.css';

export default defineContentScript({
  matches: ['https://www.bondora.com/*', 'https://app.bondora.com/*'],
  excludeMatches: ['https://*.bondora.com/oauth/*', 'https://*.bondora.com/*/login*'],
  runAt: 'document_end',
  cssInjectionMode: 'manifest',
  noScriptStartedPostMessage: true,
  main(context) {
    startOverlay({
      page: createMarketPage(),
      ask,
      onPulse,
      clock: systemClock,
      bring: bringScript,
      readTaught: () => readTaughtPages(browser.storage.local),
      lost: context.signal,
    });
  },
});

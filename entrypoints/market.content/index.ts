import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeWorkbench } from '#components/overlay/hand-over.ts';
import { startOverlay } from '#components/overlay/overlay.ts';
import { AppError } from '#lib/base/app-error.ts';
import { systemClock } from '#lib/base/clock.ts';
import { ask } from '#lib/messages/ask.ts';
import { onPulse } from '#lib/messages/pulse.ts';
import type { CreateWorkbench } from '#components/overlay/workbench-parts.ts';
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
      loadWorkbench,
      lost: context.signal,
    });
  },
});

async function loadWorkbench(): Promise<CreateWorkbench> {
  await ask('panels.load', {});
  const create = takeWorkbench();
  if (create === undefined)
    throw new AppError('internal', 'The panels of Bondlens did not come. Reload this tab.');
  return create;
}

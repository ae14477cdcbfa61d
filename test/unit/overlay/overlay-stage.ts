import { vi } from 'vitest';
import type { Brought, ScriptName } from '#components/overlay/hand-over.ts';
import { startOverlay } from '#components/overlay/overlay.ts';
import { createPageWork } from '#components/overlay/page-work.ts';
import { createWorkbench } from '#components/overlay/workbench.tsx';
import type { Clock } from '#lib/base/clock.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';
import { pageReaders } from '../../../entrypoints/overlay/page-readers.ts';
import { createMarketPage } from '../../../entrypoints/market.content/market-page.ts';
import { marketHtml } from './market-html.ts';
import { watchPrivateParts, type PrivateParts } from './private-parts.ts';
import { createTestBackground, type TestBackground } from './test-background.ts';

/** 22 November 2026, noon in Tallinn. */
const noon = Date.UTC(2026, 10, 22, 10);

/** A market page in jsdom with the overlay over it, and a background in memory. */
export interface OverlayStage {
  background: TestBackground;
  parts: PrivateParts;
  /** The later scripts that were asked for, one entry each time. */
  brought: readonly ScriptName[];
  /** Time that passes only when told; a pause of typing ends with `passPause`. */
  passPause(): void;
  /** The extension goes away. */
  lose(): void;
  /** Resolves once the page carries this mark, or none; with `ready`, once the workbench has come too. */
  mark(state: 'ready' | 'off' | 'unreadable' | null): Promise<void>;
  /** Resolves once what the test awaits is so, looked at whenever the page changes and at each frame. */
  until(isSo: () => boolean): Promise<void>;
  rows(): HTMLTableRowElement[];
  /** Raw values of an added column. */
  values(column: string): (string | undefined)[];
}

/** Lets the overlay loose on a page. The former stage of the same test file is left first. */
export function createOverlayStage(
  html = marketHtml(),
  prepare?: (background: TestBackground) => void,
): OverlayStage {
  leave?.();
  document.documentElement.lang = 'en';
  document.body.innerHTML = html;
  vi.stubGlobal('ResizeObserver', IdleObserver);
  const parts = watchPrivateParts();
  const background = createTestBackground();
  prepare?.(background);
  const lost = new AbortController();
  const pauses = new Set<() => void>();
  const clock: Clock = {
    now: () => noon,
    sleep: (_ms, signal) =>
      new Promise((resolve, reject) => {
        pauses.add(resolve);
        signal?.addEventListener('abort', () => {
          pauses.delete(resolve);
          reject(signal.reason);
        });
      }),
  };
  const { ask, onPulse } = background;
  const brought: ScriptName[] = [];
  const held: Brought = { overlay: createPageWork(pageReaders), panels: createWorkbench };
  const bring = <Name extends ScriptName>(name: Name): Promise<Brought[Name]> => {
    brought.push(name);
    return background.refusal === null ? Promise.resolve(held[name]) : Promise.reject(background.refusal);
  };
  const readTaught = (): Promise<TaughtPage[]> => Promise.resolve(background.preferences.taughtPages);
  const page = createMarketPage();
  startOverlay({ page, ask, onPulse, clock, bring, readTaught, lost: lost.signal });
  leave = () => {
    lost.abort();
    for (const element of document.querySelectorAll('bondlens-panel, bondlens-strip')) element.remove();
    document.documentElement.removeAttribute('data-bondlens');
  };

  const stage: OverlayStage = {
    background,
    brought,
    parts,
    passPause() {
      for (const resolve of pauses) resolve();
      pauses.clear();
    },
    lose: () => lost.abort(),
    mark: (state) =>
      stage.until(
        () =>
          document.documentElement.getAttribute('data-bondlens') === state &&
          (brought.includes('panels') || state !== 'ready'),
      ),
    until: async (isSo) => {
      while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    rows: () => [...document.querySelectorAll<HTMLTableRowElement>('tr.offer')],
    values: (column) =>
      stage
        .rows()
        .map(
          (row) => row.querySelector<HTMLElement>(`td[data-bondlens-column="${column}"]`)?.dataset['value'],
        ),
  };
  return stage;
}

let leave: (() => void) | undefined;

/** jsdom has no layout, so that nothing ever has another size. */
class IdleObserver {
  observe(): void {}
  disconnect(): void {}
}

import bar from './bar.css?inline';
import { FilterBar, type BarActions, type BarView } from './filter-bar.tsx';
import type { OverlayTable } from './overlay-page.ts';
import type { PageLook } from './page-look.ts';
import { createPrivateFrame } from './private-frame.ts';

/** The filter's bar above a table. */
export interface BarPlace {
  readonly host: HTMLElement;
  /** Puts the bar where it belongs, or back there. Its room is taken from the first. */
  put: () => void;
  /** Draws it; the first time before the next frame but one, so that the table is painted first. */
  show(view: BarView): void;
  /** Nothing in it can be used any more. */
  freeze(): void;
}

/** Pixels of height, whatever the bar says. */
const height = 68;

export function createBarPlace(
  table: OverlayTable,
  look: PageLook,
  actions: BarActions,
  signal: AbortSignal,
): BarPlace {
  const frame = createPrivateFrame({ name: 'bar', title: 'Bondlens filter', css: bar, look, signal });
  frame.box.style.height = `${height}px`;
  let view: BarView | undefined;
  let isDrawn = false;
  const draw = (): void => {
    if (view === undefined || signal.aborted || !frame.host.isConnected) return;
    isDrawn = true;
    frame.show(<FilterBar view={view} actions={actions} />);
  };
  signal.addEventListener('abort', () => frame.remove(), { once: true });
  return {
    host: frame.host,
    put() {
      const place = table.findBarPlace();
      if (place === undefined) table.element.before(frame.host);
      else if (place.before.previousElementSibling !== frame.host)
        place.parent.insertBefore(frame.host, place.before);
    },
    show(next) {
      const isFirst = view === undefined;
      view = next;
      if (isDrawn) draw();
      else if (isFirst) requestAnimationFrame(() => requestAnimationFrame(draw));
    },
    freeze() {
      if (frame.document !== null) frame.document.body.inert = true;
    },
  };
}

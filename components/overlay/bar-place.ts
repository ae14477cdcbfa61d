import { createFramePlace, type FramePlace } from './frame-place.ts';
import type { OverlayTable } from './overlay-page.ts';
import type { PageLook } from './page-look.ts';

/** The bar's place above a table. Its room is taken from the first, whatever comes to stand in it. */
export interface BarPlace {
  readonly place: FramePlace;
  /** Puts it where it belongs, or back there. */
  put: () => void;
}

/** Pixels of height, whatever the bar says. */
const height = 68;

export function createBarPlace(table: OverlayTable, look: PageLook): BarPlace {
  const place = createFramePlace('bar', look);
  const { host, box } = place;
  box.style.height = `${height}px`;
  return {
    place,
    put() {
      const slot = table.findBarPlace();
      if (slot === undefined) table.element.before(host);
      else if (slot.before.previousElementSibling !== host) slot.parent.insertBefore(host, slot.before);
    },
  };
}

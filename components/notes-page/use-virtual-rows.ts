import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** The rows of a long list that are in sight, and a little beyond. */
export interface VirtualRows {
  items: readonly VirtualItem[];
  /** Of the whole list, in pixels. */
  height: number;
  /** Brings a row into sight. */
  show: (index: number) => void;
  /** Puts the list's top edge here, in pixels. */
  scrollTo: (offset: number) => void;
}

/**
 * Keeps track of the rows in sight of a scrolling element.
 * @param rowHeight of each row, in pixels
 */
export function useVirtualRows(
  count: number,
  rowHeight: number,
  scroller: RefObject<HTMLElement | null>,
): VirtualRows {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  // oxlint-disable-next-line no-underscore-dangle -- the library's own bindings to ways of rendering call it so
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  // oxlint-disable-next-line no-underscore-dangle -- the same
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    scrollTo: (offset) => virtualizer.scrollToOffset(offset),
  };
}

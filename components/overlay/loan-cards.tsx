import type { Clock } from '#lib/base/clock.ts';
import cardCss from './card.css?inline';
import type { FramePlace } from './frame-place.ts';
import { LoanCard, type CardState } from './loan-card.tsx';
import { createPrivateFrame, type PrivateFrame } from './private-frame.ts';
import type { Workbench } from './workbench-parts.ts';

/** The cards over pages of single loans. */
export interface LoanCards extends Pick<Workbench, 'drawCard' | 'removeCard'> {
  /** Draws them again: what was chosen is another. */
  redraw(): void;
  /** Nothing in them works any more. */
  freeze(): void;
}

/** @param open what opens beside a card */
export function createLoanCards(
  clock: Clock,
  readViewName: () => string,
  open: Pick<Workbench, 'openNote' | 'openWhy'> & { closeTools: () => void },
): LoanCards {
  const cards = new Map<FramePlace, { frame: PrivateFrame; state: CardState; end: AbortController }>();
  const draw = (place: FramePlace): void => {
    const drawn = cards.get(place);
    if (drawn === undefined || !place.host.isConnected) return;
    const { row, look } = drawn.state;
    drawn.frame.show(
      <LoanCard
        state={drawn.state}
        viewName={readViewName()}
        now={clock.now()}
        onNote={() => open.openNote(row, place.host)}
        onWhy={() => open.openWhy(row, look, place.host)}
      />,
    );
  };
  return {
    drawCard(place, state) {
      const end = cards.get(place)?.end ?? new AbortController();
      const frame =
        cards.get(place)?.frame ??
        createPrivateFrame({ place, title: 'Bondlens: this loan', css: cardCss, signal: end.signal });
      cards.set(place, { frame, state, end });
      draw(place);
    },
    removeCard(place) {
      open.closeTools();
      const drawn = cards.get(place);
      drawn?.end.abort();
      drawn?.frame.remove();
      cards.delete(place);
    },
    redraw() {
      for (const place of cards.keys()) draw(place);
    },
    freeze() {
      for (const { frame } of cards.values()) if (frame.document !== null) frame.document.body.inert = true;
    },
  };
}

import type { OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';

/** The button of a row's note. */
export function markOf(stage: OverlayStage, row = 0): HTMLElement {
  const root = stage.parts.roots('mark').find(({ host }) => stage.rows()[row]?.contains(host));
  return find(root as ShadowRoot, 'button');
}

/** The field for the text of the note that is open. */
export function area(stage: OverlayStage): HTMLTextAreaElement {
  return find(stage.parts.frame('panel'), 'textarea[aria-label="Text of the note"]') as HTMLTextAreaElement;
}

/** What the open editor says about saving. */
export function state(stage: OverlayStage): string {
  return find(stage.parts.frame('panel'), '.state').textContent ?? '';
}

/** A button of the open editor. */
export function button(stage: OverlayStage, label: string): HTMLElement {
  const all = [...stage.parts.frame('panel').querySelectorAll('button')];
  const found = all.find(({ textContent }) => textContent === label);
  if (found === undefined) throw new Error(`No button ${label}.`);
  return found;
}

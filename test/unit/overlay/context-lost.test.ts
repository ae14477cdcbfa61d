// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.bondora.com/en/secondmarket" }
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { area, button, markOf, state } from './note-editor-parts.ts';
import { createOverlayStage, type OverlayStage } from './overlay-stage.ts';
import { find } from './private-parts.ts';
import { press, type } from './trusted-events.ts';

async function openNote(): Promise<OverlayStage> {
  const stage = createOverlayStage();
  await stage.mark('ready');
  press(markOf(stage));
  type(area(stage), 'Not saved yet');
  return stage;
}

describe('when the extension goes away', () => {
  it('values stay, everything stops, and an unsaved note can still be copied', async () => {
    const stage = await openNote();
    stage.lose();
    expect(stage.values('discount')[0]).toBe('-0.15');
    expect(stage.parts.roots('strip')[0]?.textContent).toBe(
      'Bondlens was updated or removed. Reload this tab to go on.',
    );
    await stage.until(() => state(stage).includes('Your text is still here'));
    expect(area(stage).value).toBe('Not saved yet');
    expect(button(stage, 'Copy text')).toBeTruthy();

    const asked = stage.background.asked.length;
    find(document, 'tr.offer .item-cost').textContent = '4.00 € (-17%)';
    stage.background.pulse('notes');
    press(find(document, 'th button'));
    // Whatever was to come would come before the next frame.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(stage.values('discount')[0]).toBe('-0.15');
    expect(stage.background.asked).toHaveLength(asked);
  });

  it('is noticed by the first message that gets no answer', async () => {
    const stage = await openNote();
    stage.background.failure = new AppError('context-lost', 'Gone.');
    press(button(stage, 'Save'));
    await stage.until(() => stage.parts.has('strip'));
    expect(area(stage).value).toBe('Not saved yet');
  });
});

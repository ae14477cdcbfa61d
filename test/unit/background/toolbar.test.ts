import { describe, expect, it } from 'vitest';
import { createToolbar, type Toolbar } from '../../../entrypoints/background/toolbar.ts';

/** A toolbar over a button that remembers what it shows and how often it was told. */
function createStage(): { toolbar: Toolbar; button: { text: string; title: string; told: number } } {
  // As a background finds it that was ended in the middle of a pull.
  const button = { text: '41%', title: 'left over', told: 0 };
  const tell = (parts: Partial<typeof button>): Promise<void> => {
    Object.assign(button, parts);
    button.told += 1;
    return Promise.resolve();
  };
  const toolbar = createToolbar({
    setBadgeText: ({ text }) => tell({ text }),
    setTitle: ({ title }) => tell({ title }),
    setBadgeBackgroundColor: () => Promise.resolve(),
    setBadgeTextColor: () => Promise.resolve(),
  });
  return { toolbar, button };
}

describe('the button in the toolbar', () => {
  it('shows the percent of a pull, with what runs in its title, and nothing afterwards', async () => {
    const { toolbar, button } = createStage();
    await toolbar.show({ part: 'listings', received: 2399, total: 4000 });
    expect(button).toMatchObject({ text: '59%', title: 'Bondlens reads: Market, 59%' });
    await toolbar.show({ part: 'listings', received: 4001, total: 4000 });
    expect(button.text).toBe('100%');
    await toolbar.show(null);
    expect(button).toMatchObject({ text: '', title: 'Bondlens' });
  });

  it('shows no percent that nobody knows', async () => {
    const { toolbar, button } = createStage();
    for (const total of [null, 0]) {
      await toolbar.show({ part: 'bids', received: 0, total });
      expect(button).toMatchObject({ text: '', title: 'Bondlens reads: Your bids' });
    }
  });

  it('is cleared of what an earlier background left, and is told only what is new', async () => {
    const { toolbar, button } = createStage();
    await toolbar.show(null);
    expect(button).toEqual({ text: '', title: 'Bondlens', told: 2 });
    await toolbar.show({ part: 'listings', received: 100, total: 10_000 });
    await toolbar.show({ part: 'listings', received: 199, total: 10_000 });
    expect(button).toMatchObject({ text: '1%', told: 4 });
  });
});

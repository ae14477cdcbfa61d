import { describe, expect, it } from 'vitest';
import { createFilterControl, type FilterControl } from '#components/overlay/filter-control.ts';
import type { Clock } from '#lib/base/clock.ts';
import { catalogueNames } from '#lib/formula/names.ts';

function createControl(): {
  control: FilterControl;
  remembered: string[];
  changes: () => number;
  passPause: () => Promise<void>;
  end: () => void;
} {
  const remembered: string[] = [];
  let changes = 0;
  let wake: (() => void) | undefined;
  const clock: Clock = {
    now: () => 0,
    sleep: (_, signal) =>
      new Promise((resolve, reject) => {
        wake = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  const ending = new AbortController();
  const control = createFilterControl(
    clock,
    () => changes++,
    (formula) => remembered.push(formula),
    catalogueNames,
    ending.signal,
  );
  const passPause = async (): Promise<void> => {
    wake?.();
    await Promise.resolve();
  };
  return { control, remembered, changes: () => changes, passPause, end: () => ending.abort() };
}

describe('a filter that is being typed', () => {
  it('holds as soon as it is right', () => {
    const { control, changes } = createControl();
    control.type('rating = A');
    expect(control).toMatchObject({ formula: 'rating = A', error: null, text: 'rating = A' });
    expect(changes()).toBe(1);
  });

  it('holds on while the next one is half-written, and ends when the pause finds it wrong', async () => {
    const { control, passPause, remembered } = createControl();
    control.type('rating = A');
    control.type('rating = A and');
    expect(control).toMatchObject({ formula: 'rating = A', error: null });
    await passPause();
    expect(control.formula).toBe('');
    expect(control.error?.message).toBeTruthy();
    expect(remembered).toEqual(['rating = A and']);
  });

  it('is remembered once, by the last text', async () => {
    const { control, passPause, remembered } = createControl();
    control.type('rating = A');
    control.type('rating = B');
    control.finish();
    control.finish();
    await passPause();
    expect(remembered).toEqual(['rating = B']);
  });

  it('takes what is remembered elsewhere, but not while it is typed', () => {
    const { control } = createControl();
    control.accept('rating = HR');
    expect(control.formula).toBe('rating = HR');
    control.type('rating = A');
    control.accept('rating = HR');
    expect(control.formula).toBe('rating = A');
    control.finish();
    control.accept('country = EE');
    expect(control.formula).toBe('country = EE');
  });

  it('is remembered when everything ends', () => {
    const { control, remembered, end } = createControl();
    control.type('rating = A');
    end();
    expect(remembered).toEqual(['rating = A']);
  });

  it('says yes or no: anything else is a fault', () => {
    const { control } = createControl();
    control.accept('price * 2');
    expect(control.formula).toBe('');
    expect(control.error?.message).toMatch(/yes or no/);
  });
});

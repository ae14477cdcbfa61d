import { describe, expect, it } from 'vitest';
import { isCallFree } from '#components/market/calls-left.tsx';
import { emptyMarket, start } from './scripted-background.ts';

describe('whether a call is free', () => {
  it('holds while calls are left', () => {
    expect(isCallFree({ ...emptyMarket, callsLeft: 1, nextFreeAt: start + 1 }, start)).toBe(true);
  });

  it('fails when none is left and the next one is not free yet or not known', () => {
    expect(isCallFree({ ...emptyMarket, callsLeft: 0, nextFreeAt: start + 1 }, start)).toBe(false);
    expect(isCallFree({ ...emptyMarket, callsLeft: 0, nextFreeAt: null }, start)).toBe(false);
  });

  it('holds from the moment that the next one is free', () => {
    expect(isCallFree({ ...emptyMarket, callsLeft: 0, nextFreeAt: start }, start)).toBe(true);
  });
});

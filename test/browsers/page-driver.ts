import type { TestPage } from './test-browser.ts';

/** The few things that each browser does in its own way; `createTestPage` makes a page of them. */
export interface PageDriver extends Pick<
  TestPage,
  'goto' | 'reload' | 'clickAt' | 'type' | 'press' | 'setColorScheme' | 'setViewport' | 'errors' | 'close'
> {
  /** The value of a JavaScript expression, awaited. */
  evaluateText(expression: string): Promise<unknown>;
  /** Calls a function, given as its text, with all closed shadow roots as an array, and then the arguments. */
  callPrivate(functionText: string, args: readonly unknown[]): Promise<unknown>;
  /** Shows this tab, so that it paints and takes input. */
  bringToFront(): Promise<void>;
  moveTo(x: number, y: number): Promise<void>;
  capture(path: string, fullPage: boolean): Promise<void>;
}

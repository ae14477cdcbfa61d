export const browserKinds = ['chromium', 'firefox'] as const;
export type BrowserKind = (typeof browserKinds)[number];

export type ColorScheme = 'light' | 'dark';

export interface LaunchOptions {
  /** The built extension, as a folder with its manifest. */
  extensionDir: string;
  /** The port on 127.0.0.1 that answers for every host of bondora.com over HTTPS. */
  sandboxPort: number;
  headless: boolean;
  /**
   * The page that the extension opens by itself when it is installed, such as `options.html`: the start waits for it,
   * because a browser may open it in the empty tab that a test just made. The extension counts as installed at every start.
   */
  welcome?: string;
  /** A profile to keep; without one a temporary profile is made, and removed by `close`. */
  userDataDir?: string;
  /** Switches of Chromium's command line, after those that the harness gives itself. */
  chromiumArguments?: readonly string[];
  /** Preferences of Firefox, such as those that measuring needs. */
  firefoxPreferences?: Readonly<Record<string, string | number | boolean>>;
}

/** An element of a page, by a CSS selector alone or by more. The first one that can be seen is meant. */
export type Target = string | DetailedTarget;

export interface DetailedTarget {
  selector: string;
  /** What its text or its accessible name must contain. */
  text?: string;
  /** Selector of an element of the page that it must stand in; for one in a private root, that the root stands in. */
  within?: string;
}

/** A function to run in a page. It is sent as text: it sees its arguments and the page, nothing around it. */
export type InPage<Args extends readonly unknown[], Result> = (...args: Args) => Result;

/** What no script of the page can reach: a closed shadow root, or the document of a frame inside one. */
export type PrivateRoot = ShadowRoot | Document;

/** The same, given all private roots of the page first. */
export type InPrivate<Args extends readonly unknown[], Result> = (
  roots: readonly PrivateRoot[],
  ...args: Args
) => Result;

/** One page (a tab or a window) of a browser under test. Whatever waits gives up with a sentence after 15 s. */
export interface TestPage {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** The address as the page itself knows it. */
  address(): Promise<string>;
  /** Runs a function in the page's own world; arguments and result are JSON values. */
  evaluate<Args extends readonly unknown[], Result>(
    run: InPage<Args, Result>,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Runs a function in the page, with the private roots that no script of the page can reach. */
  evaluatePrivate<Args extends readonly unknown[], Result>(
    run: InPrivate<Args, Result>,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Runs a script, given as text, in the page's own world, whatever the page's security policy says. */
  runScript(text: string): Promise<void>;
  /** Asks until the answer is neither false, null, undefined, 0 nor empty text, and gives that answer. */
  waitFor<Args extends readonly unknown[], Result>(
    run: InPage<Args, Result>,
    ...args: Args
  ): Promise<NonNullable<Awaited<Result>>>;
  /** As `waitFor`, with the private roots. */
  waitForPrivate<Args extends readonly unknown[], Result>(
    run: InPrivate<Args, Result>,
    ...args: Args
  ): Promise<NonNullable<Awaited<Result>>>;
  /** Shows this tab: a page behind another gets no frames. */
  bringToFront(): Promise<void>;
  /** A trusted click in the middle of an element, once it can be seen, is not covered and holds still. */
  click(target: Target): Promise<void>;
  clickAt(x: number, y: number): Promise<void>;
  hover(target: Target): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Presses one key by its name, such as `Enter` or `Escape`, with others held down: `Control+v`. */
  press(key: string): Promise<void>;
  /** Replaces the text of an input or a text area by typing. */
  fill(target: Target, text: string): Promise<void>;
  /** All text inside private roots, values of inputs and text areas included. */
  privateText(): Promise<string>;
  /** As `click`, for an element inside a private root. */
  privateClick(target: Target): Promise<void>;
  /** As `fill`, for an element inside a private root. */
  privateFill(target: Target, text: string): Promise<void>;
  /** Writes a PNG file. A colour scheme given here stays set. */
  screenshot(path: string, options?: { fullPage?: boolean; colorScheme?: ColorScheme }): Promise<void>;
  /** Tells the page that the person prefers light or dark. Firefox tells all its pages. */
  setColorScheme(scheme: ColorScheme): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** Exceptions that nothing caught, as their text. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** One running browser with the extension in it. The same for every kind. */
export interface TestBrowser {
  readonly kind: BrowserKind;
  /** Opens a new tab at an address. */
  openPage(address: string): Promise<TestPage>;
  /** Every open page, those that the extension or a page opened included. */
  pages(): Promise<readonly TestPage[]>;
  /** Opens a page of the extension in a new tab, such as `popup.html`. */
  extensionPage(path: string): Promise<TestPage>;
  /**
   * The next page whose address fits and that was not handed out before: one opened by a page or by the extension,
   * such as the options after the install or the window of the sign-in. Waits until there is one.
   */
  nextPage(fits: (address: string) => boolean, timeoutMs?: number): Promise<TestPage>;
  /** Ends the extension's background, as the browser does after a rest, and returns once it is gone. */
  killBackground(): Promise<void>;
  /** Closes the browser and starts it again with the same profile. Pages from before are gone. */
  restart(): Promise<void>;
  /** Resolves when the browser is closed, by `close` or by a person. */
  closed(): Promise<void>;
  /** Ends the browser's processes and removes a temporary profile. */
  close(): Promise<void>;
}

import type { Browser, Page } from 'puppeteer-core';

/** A node as WebDriver BiDi writes it, as far as the harness reads it. */
export interface BidiNode {
  sharedId?: string;
  value?: { mode?: string; shadowRoot?: BidiNode | null };
}

/** An answer of a script: a primitive's value. */
interface BidiValue {
  value?: unknown;
}

/** What Puppeteer's own interface does not reach of WebDriver BiDi. */
export interface BidiSession {
  contextOf(page: Page): string;
  /** Calls a function in a browsing context; `nodes` gives its elements with their shadow roots, closed ones too. */
  call(
    context: string,
    functionText: string,
    args: readonly object[],
    answer?: 'value' | 'nodes',
  ): Promise<BidiValue>;
  /** Calls a function of Firefox itself, with the rights of its own windows; the arguments are texts. */
  callBrowser(functionText: string, ...args: readonly string[]): Promise<unknown>;
}

interface Connection {
  send(method: string, params: object): Promise<{ result: never }>;
}

interface ScriptResult {
  type: 'success' | 'exception';
  result: BidiValue;
  exceptionDetails?: { text: string };
}

/** Opens the session beneath Puppeteer. The browser must have been started with `-remote-allow-system-access`. */
export function createBidiSession(browser: Browser): BidiSession {
  // Not part of Puppeteer's types, but of every one of its browsers that speak WebDriver BiDi.
  const { connection } = browser as unknown as { connection: Connection };

  const call: BidiSession['call'] = async (context, functionText, args, answer = 'value') => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: functionText,
      arguments: args,
      target: { context },
      awaitPromise: true,
      userActivation: false,
      ...(answer === 'nodes' && { serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 } }),
    });
    const { type, result: value, exceptionDetails } = result as ScriptResult;
    if (type === 'exception') throw new Error(exceptionDetails?.text ?? 'The script threw.');
    return value;
  };

  const browserWindow = async (): Promise<string> => {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { contexts } = result as { contexts: { context: string; url: string }[] };
    const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
    if (window === undefined) throw new Error('Firefox has no window open.');
    return window.context;
  };

  return {
    // eslint-disable-next-line no-underscore-dangle -- Puppeteer's name of it
    contextOf: (page) => (page.mainFrame() as unknown as { _id: string })._id,
    call,
    callBrowser: async (functionText, ...args) => {
      const texts = args.map((value) => ({ type: 'string', value }));
      return (await call(await browserWindow(), functionText, texts)).value;
    },
  };
}

import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { watchAddress } from '#lib/site/watch-address.ts';

const address = 'https://www.bondora.com/en/secondmarket';

function open(): {
  view: JSDOM['window'];
  end: AbortController;
  seen: string[];
  check: () => void;
  navigation: EventTarget;
} {
  const view = new JSDOM('', { url: address }).window;
  const navigation = new view.EventTarget();
  Object.defineProperty(view, 'navigation', { value: navigation });
  const end = new view.AbortController();
  const seen: string[] = [];
  const { check } = watchAddress(view as unknown as Window, end.signal, (url) => {
    seen.push(url.pathname + url.search + url.hash);
  });
  return { view, end, seen, check, navigation };
}

describe('watchAddress', () => {
  it('tells where a script of the page went, once', () => {
    const { view, seen, navigation } = open();
    view.history.pushState(null, '', '/en/investments');
    navigation.dispatchEvent(new view.Event('currententrychange'));
    navigation.dispatchEvent(new view.Event('currententrychange'));
    expect(seen).toEqual(['/en/investments']);
  });

  it('tells of going back in the history', () => {
    const { view, seen } = open();
    view.history.replaceState(null, '', '/en/secondmarket?pageNr=2');
    view.dispatchEvent(new view.Event('popstate'));
    expect(seen).toEqual(['/en/secondmarket?pageNr=2']);
  });

  it('looks when asked to, for browsers that tell nothing', () => {
    const { view, seen, check } = open();
    check();
    view.history.pushState(null, '', '/en/dashboard');
    check();
    check();
    expect(seen).toEqual(['/en/dashboard']);
  });

  it('ends with its signal', () => {
    const { view, seen, check, navigation, end } = open();
    end.abort();
    view.history.pushState(null, '', '/en/dashboard');
    navigation.dispatchEvent(new view.Event('currententrychange'));
    check();
    expect(seen).toEqual([]);
  });
});

import { JSDOM } from 'jsdom';

/** A document from markup, as a browser would make it; no script in it runs. */
export function parsePage(body: string, url = 'https://www.bondora.com/en/secondmarket'): Document {
  return new JSDOM(`<!doctype html><html lang="en"><body>${body}</body></html>`, { url }).window.document;
}

/** The first element that a selector finds; throws when there is none. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as querySelector has it
export function pick<Found extends Element = Element>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`Nothing fits ${selector}.`);
  return found;
}

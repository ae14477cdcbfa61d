import { createRequire } from 'node:module';

// jsdom marks events as trusted only where it fires them itself; its own way of firing is borrowed here.
const utils = createRequire(import.meta.url)('jsdom/lib/generated/idl/utils.js') as {
  implForWrapper: (wrapper: object) => Inner;
};

interface Inner {
  isTrusted: boolean;
  ['_dispatch']: (event: Inner) => boolean;
}

/** Fires an event as if a person had caused it. */
export function fire(target: EventTarget, event: Event): void {
  const inner = utils.implForWrapper(event);
  inner.isTrusted = true;
  utils.implForWrapper(target)['_dispatch'](inner);
}

/** Clicks as a person does. */
export function press(target: EventTarget): void {
  fire(target, new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
}

/** Types a text into a field, replacing what stands there. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  fire(field, new InputEvent('input', { bubbles: true, composed: true }));
}

/** Presses a key. */
export function key(target: EventTarget, name: string, options: KeyboardEventInit = {}): void {
  fire(
    target,
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...options }),
  );
}

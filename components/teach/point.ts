/** What a person does with the pointer on the page. */
export interface Pointing {
  /** Whether clicks point now; else they are the page's. */
  isOn(): boolean;
  /** What the pointer is over; null when it left the page. */
  onHover(element: Element | null): void;
  onChoose(element: Element): void;
  onEscape(): void;
}

/** Everything that a press of the pointer sets off before, with and after the click. */
const presses = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'];

/**
 * Lets a person point at something of the page: real clicks are caught before any handler of the page's elements hears them,
 * and follow no link. Clicks that a script makes are left alone and choose nothing.
 * @param isOurs whether an element is ours, where clicks go on as ever
 * @param signal ends it
 */
export function pointAtPage(
  pointing: Pointing,
  isOurs: (target: EventTarget) => boolean,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal } as const;
  const findTarget = (event: Event): Element | null => {
    const path = event.composedPath();
    const [target] = path;
    return target instanceof Element && !path.some(isOurs) ? target : null;
  };
  for (const type of presses) {
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted || !pointing.isOn()) return;
        const target = findTarget(event);
        if (target === null) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (type === 'click') pointing.onChoose(target);
      },
      options,
    );
  }
  addEventListener(
    'pointerover',
    (event) => {
      if (event.isTrusted && pointing.isOn()) pointing.onHover(findTarget(event));
    },
    options,
  );
  document.documentElement.addEventListener('pointerleave', () => pointing.onHover(null), { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      pointing.onEscape();
    },
    options,
  );
}

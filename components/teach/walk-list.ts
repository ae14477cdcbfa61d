/** Lets the arrow keys, Home and End go from button to button of a list. */
export function walkList(event: KeyboardEvent): void {
  const list = event.currentTarget as Element;
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('li > button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (at < 0) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus();
}

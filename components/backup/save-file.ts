import type { Clock } from '#lib/base/clock.ts';

// The browser reads the file while it saves it; nothing tells a page when it has.
const heldMs = 120_000;

/** Saves a file as a download of the page, which needs no permission. */
export function saveFile(name: string, parts: string[], type: string, clock: Pick<Clock, 'sleep'>): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  void clock.sleep(heldMs).then(() => URL.revokeObjectURL(url));
}

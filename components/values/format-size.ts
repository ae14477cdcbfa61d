import { formatDecimal } from './format-value.ts';
import type { ValueLook } from './value-look.ts';

/** A million bytes: what people, and the budget of the mirror, call a megabyte. */
const megabyte = 1_000_000;

/** How much room something takes on disk: `38 MB`, `3.4 MB`, `less than 0.1 MB`. */
export function formatSize(bytes: number, look: ValueLook): string {
  const size = bytes / megabyte;
  if (size > 0 && size < 0.1) return `less than ${formatDecimal(0.1, 1, look)} MB`;
  return `${formatDecimal(size, size > 0 && size < 10 ? 1 : 0, look)} MB`;
}

/** How long one part of a file is at most, in characters: at worst some 12 MB as a message, far from every limit. */
export const partLength = 2_000_000;

/** No file that is taken in is longer; in characters. */
export const longestFile = 200_000_000;

/** A text as parts that together are it; one empty part for no text. A pair of surrogates is never parted: messages would lose both. */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + partLength, text.length);
    if (to < text.length && isHigh(text.charCodeAt(to - 1))) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts.length === 0 ? [''] : parts;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

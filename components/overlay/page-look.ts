/** Whether a page is dark writing on light ground, or the other way round. */
export type PageLook = 'light' | 'dark';

/** The look of the page around an element, by the colour of its writing. Reads style, not layout. */
export function readPageLook(element: Element): PageLook {
  const { color } = getComputedStyle(element);
  const [red = 0, green = 0, blue = 0] = color.startsWith('rgb')
    ? (color.match(/[\d.]+/g) ?? []).map(Number)
    : [];
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? 'dark' : 'light';
}

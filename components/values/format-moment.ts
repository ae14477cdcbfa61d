const style = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A date with its time of day, as the browser's language writes them. @param at epoch ms */
export function formatMoment(at: number): string {
  return style.format(at);
}

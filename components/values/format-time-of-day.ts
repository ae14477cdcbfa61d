const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** The time of day at an instant (epoch ms) as the browser's language writes it, hours and minutes. */
export function formatTimeOfDay(instant: number): string {
  return timeOfDay.format(instant);
}

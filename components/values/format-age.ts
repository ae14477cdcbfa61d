const MINUTE_MS = 60_000;
const steps = [
  { ms: 1440 * MINUTE_MS, one: 'day' },
  { ms: 60 * MINUTE_MS, one: 'hour' },
  { ms: MINUTE_MS, one: 'minute' },
] as const;

/**
 * How long ago something was, in whole units of the largest that fits: `12 minutes`, `1 day`,
 * `less than a minute`. To be followed by "old" or "ago".
 * @param ms a length of time; a negative one (a clock that was set back) counts as none
 */
export function formatAge(ms: number): string {
  const step = steps.find((candidate) => ms >= candidate.ms);
  if (step === undefined) return 'less than a minute';
  const number = Math.floor(ms / step.ms);
  return `${number} ${step.one}${number === 1 ? '' : 's'}`;
}

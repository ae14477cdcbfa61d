import { baseScenario, type Scenario } from './scenario.ts';

/** What the user assumes of loans, and what they want to earn. */
export interface Assumptions {
  mine: Scenario;
  /** The yearly return that the break-even discount is worked out for; a fraction. */
  wantedYield: number;
}

/** Until the user says otherwise: the base scenario, and 15 % a year. */
export const defaultAssumptions: Assumptions = {
  mine: { ...baseScenario, name: 'mine' },
  wantedYield: 0.15,
};

/**
 * What a scenario assumes, in words, to stand beside every number that rests on it.
 * @param of tells of one loan alone: its rating (null where not known), and how many days it is late
 */
export function describeScenario(
  scenario: Scenario,
  of?: { rating: string | null; daysLate: number | null },
): string {
  const { recovery, recoveryMonths, delayDays, lateness } = scenario;
  const back =
    recovery === 0
      ? 'nothing of the open principal comes back after a default'
      : `${percent(recovery)} of the open principal comes back in ${recoveryMonths} months after a default`;
  const delay =
    delayDays === 0 ? 'payments come on their day' : `payments come ${count(delayDays, 'day')} late`;
  const last = lateness.at(-1)?.upToDays ?? 0;
  if (of === undefined) {
    const rates = Object.entries(scenario.defaults).map(([rating, share]) => `${rating} ${percent(share)}`);
    const late = lateness
      .filter(({ times }) => times !== 1)
      .map(({ upToDays, times }) => `${times}× up to ${count(upToDays, 'day')} late`);
    const more = late.length === 0 ? '' : ` (${late.join(', ')}; beyond ${last} days counted as defaulted)`;
    return `Assumed: of loans on schedule default in a year ${rates.join(', ')}, others ${percent(scenario.defaultsElse)}${more}; ${back}; ${delay}.`;
  }
  const step = lateness.find(({ upToDays }) => (of.daysLate ?? 0) <= upToDays);
  if (step === undefined) return `Assumed: more than ${last} days late counts as defaulted; ${back}.`;
  const share = Math.min(1, (scenario.defaults[of.rating ?? ''] ?? scenario.defaultsElse) * step.times);
  const kind = of.rating === null ? 'of loans without a rating' : `of ${of.rating} loans`;
  const late =
    of.daysLate === null
      ? ' (taken as on schedule)'
      : of.daysLate > 0
        ? ` ${count(of.daysLate, 'day')} late`
        : '';
  return `Assumed: ${percent(share)} ${kind}${late} default in a year; ${back}; ${delay}.`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

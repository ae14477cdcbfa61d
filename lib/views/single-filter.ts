import type { View } from './view.ts';

/** The one filter that the bar above the table knows. */
export interface SingleFilter {
  formula: string;
  effect: 'fade' | 'hide';
}

/** The first filter of a view that says what fits. */
export function readSingleFilter({ filters }: View): SingleFilter {
  const first = filters.find(({ on, effect }) => on && effect.do !== 'highlight');
  return { formula: first?.formula ?? '', effect: first?.effect.do === 'hide' ? 'hide' : 'fade' };
}

/** Changes that filter, or adds it. */
export function changeSingleFilter(view: View, change: Partial<SingleFilter>): Pick<View, 'filters'> {
  const { formula, effect } = { ...readSingleFilter(view), ...change };
  const first = view.filters.find(({ on, effect: { do: does } }) => on && does !== 'highlight');
  const made = { ...(first ?? { id: 'bar', name: '', on: true }), formula, effect: { do: effect } };
  return {
    filters: first ? view.filters.map((one) => (one === first ? made : one)) : [made, ...view.filters],
  };
}

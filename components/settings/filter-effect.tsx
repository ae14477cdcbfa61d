import type { ComponentChild } from 'preact';
import type { SingleFilter } from '#lib/views/single-filter.ts';

type Effect = SingleFilter['effect'];

const effects: readonly { effect: Effect; title: string; hint: string }[] = [
  { effect: 'fade', title: 'Fade', hint: 'They stay where they are, pale.' },
  { effect: 'hide', title: 'Hide', hint: 'They go. The bar above the table says how many.' },
];

/** What becomes of rows that the filter does not match. */
export function FilterEffect(props: { effect: Effect; onChange: (effect: Effect) => void }): ComponentChild {
  return (
    <fieldset class="step">
      <legend>Rows that do not match the filter</legend>
      <p class="bl-quiet">A row of which too little is known to decide is neither faded nor hidden.</p>
      <ul class="choices">
        {effects.map(({ effect, title, hint }) => (
          <li key={effect} class="bl-choice">
            <input
              type="radio"
              name="filter-effect"
              id={`filter-effect-${effect}`}
              checked={props.effect === effect}
              aria-describedby={`filter-effect-${effect}-hint`}
              onChange={() => props.onChange(effect)}
            />
            <label for={`filter-effect-${effect}`}>{title}</label>
            <span />
            <span id={`filter-effect-${effect}-hint`} class="bl-quiet">
              {hint}
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

import type { ComponentChild } from 'preact';
import { highlightColours, type FilterEffect, type HighlightColour } from '#lib/views/view.ts';

const effects = {
  hide: 'Hide rows that do not match',
  fade: 'Fade rows that do not match',
  highlight: 'Colour rows that match',
} as const satisfies Record<FilterEffect['do'], string>;

/** What a filter does, and in which colour. */
export function EffectChoice(props: {
  effect: FilterEffect;
  onChange: (effect: FilterEffect) => void;
}): ComponentChild {
  const { effect, onChange } = props;
  const choose = (does: FilterEffect['do']): void =>
    onChange(does === 'highlight' ? { do: does, colour: 'green' } : { do: does });
  return (
    <span class="effect-choice">
      <select
        aria-label="What the filter does"
        value={effect.do}
        onChange={(event) => choose(event.currentTarget.value as FilterEffect['do'])}
      >
        {Object.entries(effects).map(([does, title]) => (
          <option key={does} value={does}>
            {title}
          </option>
        ))}
      </select>
      {effect.do === 'highlight' ? (
        <select
          aria-label="Colour"
          class={`colour ${effect.colour}`}
          value={effect.colour}
          onChange={(event) =>
            onChange({ do: 'highlight', colour: event.currentTarget.value as HighlightColour })
          }
        >
          {highlightColours.map((colour) => (
            <option key={colour} value={colour}>
              {colour}
            </option>
          ))}
        </select>
      ) : null}
    </span>
  );
}

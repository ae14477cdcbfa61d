import type { ComponentChild } from 'preact';
import type { Completion } from '#lib/formula/complete.ts';

/** What could follow in a formula, with a sentence about the one that is chosen. Empty, it takes no room. */
export function CompletionList(props: {
  /** Id of the field that it belongs to. */
  id: string;
  options: readonly Completion[];
  active: number;
  onTake: (option: Completion, list: Element) => void;
}): ComponentChild {
  const { id, options, active, onTake } = props;
  const meaning = options[active]?.meaning ?? '';
  return (
    <div class="completions" hidden={options.length === 0}>
      <ul id={`${id}-options`} role="listbox" aria-label="What can follow">
        {options.map((option, at) => (
          <li
            key={option.text}
            id={`${id}-option-${at}`}
            role="option"
            aria-selected={at === active}
            // Before the field loses the focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              if (event.isTrusted) onTake(option, event.currentTarget);
            }}
          >
            <span data-text={option.text} role="img" aria-label={option.text} /> <small>{option.kind}</small>
          </li>
        ))}
      </ul>
      <p role="status">{meaning}</p>
    </div>
  );
}

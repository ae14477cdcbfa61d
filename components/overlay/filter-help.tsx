import type { ComponentChild } from 'preact';
import { shortcuts } from '#components/ui/shortcuts.ts';
import { exampleTopics } from '#lib/formula/examples.ts';
import { describeField } from '#lib/loan/field-help.ts';
import { fieldIds, getField } from '#lib/loan/fields.ts';

/** Filters to take over, with what they ask for: those of the help page. */
export const filterExamples: readonly (readonly [formula: string, meaning: string])[] = exampleTopics
  .flatMap(({ examples }) => examples)
  .filter(({ rows }) => rows.some(([, gives]) => gives === true))
  .map(({ formula, meaning }) => [formula, meaning]);

/** What keys do in the bar and in the headers of added columns. */
const keysHere = (['In a formula', 'On a header of an added column', 'In every panel'] as const).flatMap(
  (place) => shortcuts[place].map((shortcut) => [place, shortcut] as const),
);

/** What a filter can say: examples to take over, and every name. */
export function FilterHelp(props: { onUse: (formula: string) => void; onClose: () => void }): ComponentChild {
  const { onUse, onClose } = props;
  return (
    <section>
      <header>
        <h1>How to write a filter</h1>
        <button type="button" class="close" aria-label="Close" autofocus onClick={onClose} />
      </header>
      <div class="scroll" tabIndex={0} role="group" aria-label="Examples and names">
        <p>
          Compare fields and join them with <code>and</code>, <code>or</code>, <code>not</code>. Where too
          little is known of a row, it is <em>unknown</em>: neither faded nor hidden.
        </p>
        <h2>Keys</h2>
        <ul class="examples">
          {keysHere.map(([place, { keys, does }]) => (
            <li key={place + keys}>
              <b>{keys}</b>
              <span>
                {place}: {does}
              </span>
            </li>
          ))}
        </ul>
        <h2>Examples</h2>
        <ul class="examples">
          {filterExamples.map(([formula, meaning]) => (
            <li key={formula}>
              <button type="button" class="link" onClick={() => onUse(formula)}>
                {formula}
              </button>
              <span>{meaning}</span>
            </li>
          ))}
        </ul>
        <h2>Names</h2>
        <dl class="names">
          {fieldIds
            .filter((id) => getField(id).kind !== 'id')
            .map((id) => (
              <div key={id}>
                <dt>{getField(id).label}</dt>
                <dd>{describeField(id).meaning}</dd>
              </div>
            ))}
        </dl>
      </div>
    </section>
  );
}

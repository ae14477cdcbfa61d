import type { ComponentChild } from 'preact';
import { Section } from '#components/ui/section.tsx';
import { exampleTopics } from '#lib/formula/examples.ts';
import { functionHelp } from '#lib/formula/function-help.ts';
import { functionNames } from '#lib/formula/functions.ts';
import { formulaLimits } from '#lib/formula/limits.ts';

/** The language of filters and formula columns in plain words, by examples. */
export function LanguageSection(): ComponentChild {
  return (
    <Section
      id="language"
      title="How to write formulas"
      intro="A filter is a formula that says yes or no of a row; a column of your own is one that gives any value. Both are checked while you type."
    >
      {exampleTopics.map(({ title, rule, examples }) => (
        <div key={title} class="step">
          <h3>{title}</h3>
          <p>{rule}</p>
          <dl class="reference">
            {examples.map(({ formula, meaning }) => (
              <Line key={formula} code={formula} meaning={meaning} />
            ))}
          </dl>
        </div>
      ))}
      <div class="step">
        <h3>Functions</h3>
        <dl class="reference">
          {functionNames.map((name) => (
            <Line key={name} code={functionHelp[name].usage} meaning={functionHelp[name].meaning} />
          ))}
        </dl>
      </div>
      <div class="step">
        <h3>Names of your own</h3>
        <p>
          The title of a column that you wrote is a name that other formulas of the view can use. A field of
          the same name comes first, and a formula cannot use itself.
        </p>
      </div>
      <div class="step">
        <h3>Limits</h3>
        <p>
          A formula has at most {formulaLimits.length} characters, {formulaLimits.depth} levels of brackets,
          and lists of {formulaLimits.list} values. What goes wrong in a calculation, such as a division by
          zero, is unknown.
        </p>
      </div>
    </Section>
  );
}

function Line({ code, meaning }: { code: string; meaning: string }): ComponentChild {
  return (
    <div>
      <dt>
        <code>{code}</code>
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}

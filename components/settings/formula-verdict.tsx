import type { ComponentChild } from 'preact';
import type { CheckResult } from '#lib/formula/check.ts';
import { describeType } from '#lib/formula/value-type.ts';

/** What the checker says of a formula: what it gives, or what is wrong and where. */
export function FormulaVerdict(props: { id: string; text: string; result: CheckResult }): ComponentChild {
  const { id, text, result } = props;
  if ('ok' in result) {
    return (
      <p id={id} class="bl-quiet" role="status">
        Gives {describeType(result.ok.root.type)}.
      </p>
    );
  }
  const [error] = result.errors;
  if (error === undefined) return null;
  const { message, start, end } = error;
  return (
    <div id={id} class="verdict" role="status">
      <p>{message} Kept as it was before until this is right.</p>
      {start < end ? (
        <p class="mono">
          {text.slice(0, start)}
          <mark>{text.slice(start, end)}</mark>
          {text.slice(end)}
        </p>
      ) : null}
    </div>
  );
}

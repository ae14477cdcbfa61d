import type { ComponentChild } from 'preact';
import type { ValueLook } from '#components/values/value-look.ts';
import type { Clause } from '#lib/formula/explain.ts';
import type { Judgement } from '#lib/views/apply-filters.ts';
import type { Filter } from '#lib/views/view.ts';
import { ClauseItem } from './clause-item.tsx';
import { nameFilter } from './editor/name-filter.ts';
import { PrivateText } from './editor/private-text.tsx';

/** A filter that speaks, and what it says of the row. */
export interface ExplainedFilter {
  filter: Filter;
  clause: Clause;
}

/** Why a row is shown as it is: which filter decided, and of each filter clause by clause what it says; what decided stands out. */
export function WhyPanel(props: {
  judgement: Judgement;
  filters: readonly ExplainedFilter[];
  look: ValueLook;
  onClose: () => void;
}): ComponentChild {
  const { judgement, filters, look, onClose } = props;
  return (
    <section class="why">
      <header>
        <h1>{describeJudgement(judgement)}</h1>
        <button type="button" class="close" aria-label="Close" autofocus onClick={onClose} />
      </header>
      <div class="scroll" tabIndex={0} role="group" aria-label="What each filter says">
        {filters.map(({ filter, clause }) => (
          <div key={filter.id}>
            {filters.length === 1 ? null : (
              <h2>
                <PrivateText text={nameFilter(filter)} />
                {judgement.decidedBy?.id === filter.id ? ': decided' : ''}
              </h2>
            )}
            <ul>
              <ClauseItem clause={clause} look={look} />
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function describeJudgement({ match, effect, unknownTo }: Judgement): string {
  if (match === 'no') return 'This row does not match the filter.';
  const unsure = 'Too little is known of this row to say whether it matches. It is neither faded nor hidden.';
  if (match === 'unknown') return unsure;
  if (effect?.do === 'highlight') return `A filter colours this row ${effect.colour}.`;
  if (match === 'yes') return 'This row matches the filter.';
  return unknownTo.length > 0 ? unsure : 'No filter colours this row.';
}

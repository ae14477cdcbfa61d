import type { ComponentChild } from 'preact';
import { usePreferences } from '#components/queries/use-preferences.ts';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import { describeScenario, type Assumptions } from '#lib/finance/assumptions.ts';
import { baseScenario, cautiousScenario, type Scenario } from '#lib/finance/scenario.ts';
import { ratings } from '#lib/loan/rating.ts';
import { AssumedNumber } from './assumed-number.tsx';

const share = { min: 0, max: 100 };

/** What the user assumes of loans that are not paid on schedule, and the yield they want. Each change is kept at once. */
export function AssumptionsSection({ report }: { report: Report }): ComponentChild {
  const { preferences, change } = usePreferences();
  const keep = async (make: (now: Assumptions) => Partial<Assumptions>): Promise<boolean> => {
    const error = await change(({ assumptions }) => ({
      assumptions: { ...assumptions, ...make(assumptions) },
    }));
    report(error === null ? { done: 'Your assumptions are saved.' } : { failed: error.message });
    return error === null;
  };
  return (
    <Section
      id="assumptions"
      title="Assumptions"
      intro="A yield is only as good as what it assumes. Two scenarios come along; the third is yours: the fields “yield mine” and “break-even discount” rest on it."
    >
      {preferences === undefined ? null : <Scenarios assumptions={preferences.assumptions} keep={keep} />}
    </Section>
  );
}

type Keep = (make: (now: Assumptions) => Partial<Assumptions>) => Promise<boolean>;

function Scenarios({ assumptions, keep }: { assumptions: Assumptions; keep: Keep }): ComponentChild {
  const { mine, wantedYield } = assumptions;
  const keepMine = (make: (now: Scenario) => Partial<Scenario>): Promise<boolean> =>
    keep((now) => ({ mine: { ...now.mine, ...make(now.mine), name: 'mine' } }));
  return (
    <>
      <dl class="reference">
        {[baseScenario, cautiousScenario].map((scenario) => (
          <div key={scenario.name}>
            <dt>Yield {scenario.name}</dt>
            <dd>
              <p>{describeScenario(scenario)}</p>
              <button type="button" class="bl-button small" onClick={() => void keepMine(() => scenario)}>
                Take {scenario.name} over as mine
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <fieldset class="step">
        <legend>Mine: loans on schedule that default within a year</legend>
        <div class="assumed-numbers">
          {ratings.map((rating) => (
            <AssumedNumber
              key={rating}
              id={`assumed-${rating}`}
              label={rating}
              unit="%"
              value={mine.defaults[rating] ?? mine.defaultsElse}
              limits={share}
              onChange={(value) =>
                keepMine(({ defaults }) => ({ defaults: { ...defaults, [rating]: value } }))
              }
            />
          ))}
          <AssumedNumber
            id="assumed-else"
            label="No rating"
            unit="%"
            value={mine.defaultsElse}
            limits={share}
            onChange={(defaultsElse) => keepMine(() => ({ defaultsElse }))}
          />
        </div>
      </fieldset>
      <fieldset class="step">
        <legend>Mine: how many times likelier late loans default</legend>
        <div class="assumed-numbers">
          {mine.lateness.map(({ upToDays, times }, at) =>
            upToDays === 0 ? null : (
              <AssumedNumber
                key={upToDays}
                id={`assumed-late-${upToDays}`}
                label={`Up to ${upToDays} days late`}
                unit="×"
                value={times}
                limits={{ min: 0, max: 100 }}
                onChange={(value) =>
                  keepMine(({ lateness }) => ({
                    lateness: lateness.map((step, i) => (i === at ? { ...step, times: value } : step)),
                  }))
                }
              />
            ),
          )}
        </div>
        <p class="bl-quiet">Later than that counts as defaulted.</p>
      </fieldset>
      <fieldset class="step">
        <legend>Mine: after a default, and before one</legend>
        <div class="assumed-numbers">
          <AssumedNumber
            id="assumed-recovery"
            label="Open principal that comes back"
            unit="%"
            value={mine.recovery}
            limits={share}
            onChange={(recovery) => keepMine(() => ({ recovery }))}
          />
          <AssumedNumber
            id="assumed-months"
            label="Within"
            unit="months"
            value={mine.recoveryMonths}
            limits={{ min: 1, max: 240 }}
            onChange={(recoveryMonths) => keepMine(() => ({ recoveryMonths }))}
          />
          <AssumedNumber
            id="assumed-delay"
            label="Every payment comes later by"
            unit="days"
            value={mine.delayDays}
            limits={{ min: 0, max: 365 }}
            onChange={(delayDays) => keepMine(() => ({ delayDays }))}
          />
        </div>
      </fieldset>
      <fieldset class="step">
        <legend>Break-even discount</legend>
        <div class="assumed-numbers">
          <AssumedNumber
            id="assumed-wanted"
            label="Wanted yield a year"
            unit="%"
            value={wantedYield}
            limits={{ min: -90, max: 1000 }}
            onChange={(value) => keep(() => ({ wantedYield: value }))}
          />
        </div>
      </fieldset>
    </>
  );
}

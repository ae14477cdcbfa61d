import type { ComponentChild } from 'preact';
import { usePreferences } from '#components/queries/use-preferences.ts';
import { useQuery } from '#components/queries/use-query.ts';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import { mirrorLimits } from '#lib/views/preferences-schema.ts';
import type { Preferences } from '#lib/views/preferences.ts';
import { EmptyMirror } from './empty-mirror.tsx';
import { MirrorLimit } from './mirror-limit.tsx';
import { MirrorSizes } from './mirror-sizes.tsx';

type Limits = Preferences['mirror'];

/** The local mirror: what it keeps, how much it may take and for how long, and the way to empty it. */
export function MirrorSection({ report }: { report: Report }): ComponentChild {
  const { data: market } = useQuery('market.status');
  const { preferences, change } = usePreferences();
  const keep = async (limits: Partial<Limits>, done: string): Promise<boolean> => {
    const error = await change(({ mirror }) => ({ mirror: { ...mirror, ...limits } }));
    report(error === null ? { done } : { failed: error.message });
    return error === null;
  };
  return (
    <Section
      id="mirror"
      title="The mirror"
      intro="A copy of Bondora’s market in this browser: it can be searched at once, remembers what was, and spares calls, of which Bondora allows few."
    >
      {market === undefined || preferences === undefined ? null : (
        <>
          <MirrorSizes parts={market.parts} budgetMb={preferences.mirror.budgetMb} />
          <div class="step">
            <h3>How much is kept</h3>
            <MirrorLimit
              id="mirror-budget"
              label="Room on disk, at most"
              unit="MB"
              hint="What goes beyond is removed: details of loans first, then old changes, then ended listings and auctions, the oldest first. The market of today stays. 150 MB are enough for most."
              limits={mirrorLimits.budgetMb}
              kept={preferences.mirror.budgetMb}
              onChange={(budgetMb) => keep({ budgetMb }, 'The mirror’s room is saved.')}
            />
            <MirrorLimit
              id="mirror-days"
              label="History, no longer than"
              unit="days"
              hint="Changes, and listings and auctions that ended, are removed when they are older."
              limits={mirrorLimits.keepDays}
              kept={preferences.mirror.keepDays}
              onChange={(keepDays) => keep({ keepDays }, 'The mirror’s memory is saved.')}
            />
            <p class="bl-quiet">Neither ever removes a note, a setting or an account.</p>
          </div>
          <EmptyMirror report={report} />
        </>
      )}
    </Section>
  );
}

import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { AccountSection } from '#components/account/account-section.tsx';
import type { DataPorts } from '#components/backup/data-ports.ts';
import { YourDataSection } from '#components/backup/your-data-section.tsx';
import { useNow } from '#components/queries/use-now.ts';
import { useQuery } from '#components/queries/use-query.ts';
import { AssumptionsSection } from '#components/settings/assumptions-section.tsx';
import { ColumnsSection } from '#components/settings/columns-section.tsx';
import { FieldsSection } from '#components/settings/fields-section.tsx';
import type { HostAccess } from '#components/settings/host-access.ts';
import { HostAccessWarning } from '#components/settings/host-access-warning.tsx';
import { KeysSection } from '#components/settings/keys-section.tsx';
import { LanguageSection } from '#components/settings/language-section.tsx';
import { MirrorSection } from '#components/settings/mirror-section.tsx';
import { TaughtPagesSection } from '#components/settings/taught-pages-section.tsx';
import { WelcomeSection } from '#components/settings/welcome-section.tsx';
import { ProblemRegion } from '#components/ui/problem-region.tsx';
import type { Notice } from '#components/ui/report.ts';
import { tellError, tellProblem } from '#components/ui/tell-problem.ts';

/** The options, which are also the welcome on first install. */
export function Options(props: {
  hostAccess: HostAccess;
  copy: (text: string) => Promise<void>;
  dataPorts: DataPorts;
}): ComponentChild {
  const { hostAccess, copy, dataPorts } = props;
  const [notice, setNotice] = useState<Notice | null>(null);
  const now = useNow();
  const account = useQuery('account.status');
  const application = useQuery('application.status');
  const preferences = useQuery('preferences.get');
  const done = notice !== null && 'done' in notice ? notice.done : null;
  const failed = notice !== null && 'failed' in notice ? notice.failed : null;
  return (
    <div class="page">
      <header>
        <img src="/icon/96.png" width="36" height="36" alt="" />
        <h1>Bondlens</h1>
        <nav aria-label="Sections">
          <a href="#welcome">Welcome</a>
          <a href="#account">Account</a>
          <a href="#columns">Columns and filter</a>
          <a href="#taught">Pages you taught</a>
          <a href="#assumptions">Assumptions</a>
          <a href="#mirror">The mirror</a>
          <a href="#data">Your data</a>
          <a href="#language">How to write formulas</a>
          <a href="#fields">Fields</a>
          <a href="#keys">Keys</a>
        </nav>
        <p>
          <a href="/notes.html">Your notes</a>
        </p>
        <div class="notices">
          <ProblemRegion
            sentences={[
              failed,
              tellProblem(account.data, now),
              ...[account, application, preferences].map(({ error }) => tellError(error, now)),
            ]}
          />
          <p id="status" role="status">
            {done}
          </p>
        </div>
      </header>
      <main>
        <HostAccessWarning access={hostAccess} />
        <WelcomeSection />
        <AccountSection copy={copy} report={setNotice} />
        <ColumnsSection copy={copy} report={setNotice} />
        <TaughtPagesSection copy={copy} report={setNotice} />
        <AssumptionsSection report={setNotice} />
        <MirrorSection report={setNotice} />
        <YourDataSection report={setNotice} ports={dataPorts} />
        <LanguageSection />
        <FieldsSection />
        <KeysSection />
      </main>
    </div>
  );
}

import type { ComponentChild } from 'preact';
import { useCommand } from '#components/queries/use-command.ts';
import { useQuery } from '#components/queries/use-query.ts';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import { AccountList } from './account-list.tsx';
import { AccountQuestion } from './account-question.tsx';
import { ApplicationForm } from './application-form.tsx';
import { LinkForm } from './link-form.tsx';
import { RegistrationGuide } from './registration-guide.tsx';
import { TokenForm } from './token-form.tsx';

/** Everything about linking the user's Bondora accounts. */
export function AccountSection(props: {
  copy: (text: string) => Promise<void>;
  report: Report;
}): ComponentChild {
  const { copy, report } = props;
  const { data: account } = useQuery('account.status');
  const { data: application } = useQuery('application.status');
  const identify = useCommand('account.identify');
  return (
    <Section id="account" title="Account">
      <AccountQuestion account={account} identify={identify} report={report} />
      {account === undefined ? null : <AccountList account={account} report={report} />}
      {account === undefined || application === undefined ? null : (
        <>
          <RegistrationGuide redirectUrl={application.redirectUrl} copy={copy} report={report} />
          <ApplicationForm application={application} report={report} />
          <LinkForm key={account.id} account={account} application={application} report={report} />
          <TokenForm report={report} />
        </>
      )}
    </Section>
  );
}

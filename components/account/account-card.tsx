import type { ComponentChild } from 'preact';
import type { Command } from '#components/queries/use-command.ts';
import { Card } from '#components/ui/card.tsx';
import type { AccountStatus, ApplicationStatus } from '#lib/messages/protocol.ts';
import { LinkedAccount } from './linked-account.tsx';
import { UnlinkedAccount } from './unlinked-account.tsx';

/** The account in the popup. Before the background answered, only the frame. */
export function AccountCard(props: {
  account: AccountStatus | undefined;
  application: ApplicationStatus | undefined;
  now: number;
  link: Command<'account.link'>;
  unlink: Command<'account.unlink'>;
  readBalance: Command<'account.readBalance'>;
  onSetUp: () => void;
}): ComponentChild {
  const { account, application, now, link, unlink, readBalance, onSetUp } = props;
  const ready = application?.hasSecret === true && application.clientId !== null;
  return (
    <Card id="account" title="Account" aside={<LinkBadge account={account} />}>
      {account?.linked === true ? (
        <LinkedAccount
          account={account}
          ready={ready}
          now={now}
          link={link}
          unlink={unlink}
          readBalance={readBalance}
        />
      ) : null}
      {account?.linked === false && application !== undefined ? (
        <UnlinkedAccount ready={ready} link={link} onSetUp={onSetUp} />
      ) : null}
    </Card>
  );
}

function LinkBadge({ account }: { account: AccountStatus | undefined }): ComponentChild {
  if (account === undefined) return null;
  return account.linked ? (
    <span class="bl-badge good">Linked</span>
  ) : (
    <span class="bl-badge">Not linked</span>
  );
}

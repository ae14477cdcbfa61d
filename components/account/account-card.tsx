import type { ComponentChild } from 'preact';
import type { Command } from '#components/queries/use-command.ts';
import { Card } from '#components/ui/card.tsx';
import type { AccountStatus, ApplicationStatus } from '#lib/messages/protocol.ts';
import { AccountSwitch } from './account-switch.tsx';
import { LinkBadge } from './link-badge.tsx';
import { LinkedAccount } from './linked-account.tsx';
import { UnlinkedAccount } from './unlinked-account.tsx';

/** The active account in the popup. Before the background answered, only the frame. */
export function AccountCard(props: {
  account: AccountStatus | undefined;
  application: ApplicationStatus | undefined;
  now: number;
  link: Command<'account.link'>;
  unlink: Command<'account.unlink'>;
  readBalance: Command<'account.readBalance'>;
  activate: Command<'account.activate'>;
  onSetUp: () => void;
}): ComponentChild {
  const { account, application, now, link, unlink, readBalance, activate, onSetUp } = props;
  const ready = application?.hasSecret === true && application.clientId !== null;
  return (
    <Card
      id="account"
      title={account?.known.length === 1 ? account.label : 'Account'}
      aside={account === undefined ? null : <LinkBadge linked={account.linked} />}
    >
      {account === undefined ? null : <AccountSwitch account={account} activate={activate} />}
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
        <UnlinkedAccount asks={account.question !== null} ready={ready} link={link} onSetUp={onSetUp} />
      ) : null}
    </Card>
  );
}

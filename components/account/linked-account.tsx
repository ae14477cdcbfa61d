import type { ComponentChild } from 'preact';
import type { Command } from '#components/queries/use-command.ts';
import { formatFreeAt } from '#components/ui/tell-problem.ts';
import { Age } from '#components/values/age.tsx';
import type { AccountStatus } from '#lib/messages/protocol.ts';
import { BalanceFigures } from './balance-figures.tsx';
import { LinkButton } from './link-button.tsx';
import { LinkState } from './link-state.tsx';

/** A linked account in the popup: what is in it, how old that is, and what Bondlens may do there. */
export function LinkedAccount(props: {
  account: AccountStatus;
  /** Whether an application is entered, so that the account can be linked anew. */
  ready: boolean;
  now: number;
  link: Command<'account.link'>;
  unlink: Command<'account.unlink'>;
  readBalance: Command<'account.readBalance'>;
}): ComponentChild {
  const { account, ready, now, link, unlink, readBalance } = props;
  return (
    <>
      <BalanceFigures balance={account.balance} />
      <div class="line">
        <span class="bl-quiet">
          {account.balance === null ? (
            'Not read yet'
          ) : (
            <>
              Read <Age id="balance-age" at={account.balance.at} now={now} after="ago" />
            </>
          )}
        </span>
        <RefreshButton freeAt={account.balanceFreeAt} now={now} readBalance={readBalance} />
      </div>
      <div class="line apart">
        <LinkState account={account} />
        <button
          type="button"
          id="unlink"
          class="bl-button plain small"
          disabled={unlink.running}
          onClick={() => void unlink.run({})}
        >
          Unlink
        </button>
      </div>
      {account.problem !== null && account.problemEndsAt === null && ready ? (
        <LinkButton label="Link again" scopes={account.scopes ?? []} link={link} />
      ) : null}
    </>
  );
}

function RefreshButton(props: {
  freeAt: number | null;
  now: number;
  readBalance: Command<'account.readBalance'>;
}): ComponentChild {
  const { freeAt, now, readBalance } = props;
  const waits = freeAt !== null && freeAt > now;
  const label = waits ? `Next call free at ${formatFreeAt(freeAt)}` : 'Refresh';
  return (
    <button
      type="button"
      id="refresh-balance"
      class="bl-button plain small"
      disabled={readBalance.running || waits}
      onClick={() => void readBalance.run({})}
    >
      {readBalance.running ? 'Reading…' : label}
    </button>
  );
}

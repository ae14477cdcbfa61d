import type { ComponentChild } from 'preact';
import { useCommand } from '#components/queries/use-command.ts';
import type { Report } from '#components/ui/report.ts';
import type { AccountEntry, AccountStatus } from '#lib/messages/protocol.ts';
import { AccountName } from './account-name.tsx';
import { LinkBadge } from './link-badge.tsx';
import { LinkState } from './link-state.tsx';

/** The accounts that are known here: their names, which one is shown, and how that one is linked. */
export function AccountList({ account, report }: { account: AccountStatus; report: Report }): ComponentChild {
  const activate = useCommand('account.activate');
  const unlink = useCommand('account.unlink');
  const turnTo = async ({ id, label }: AccountEntry): Promise<void> => {
    const outcome = await activate.run({ id });
    report('failed' in outcome ? { failed: outcome.failed.message } : { done: `“${label}” is shown now.` });
  };
  const onUnlink = async (): Promise<void> => {
    const outcome = await unlink.run({});
    report('failed' in outcome ? { failed: outcome.failed.message } : { done: 'Account unlinked.' });
  };
  return (
    <ul id="accounts" class="accounts" aria-label="Your accounts">
      {account.known.map((entry) => {
        const active = entry.id === account.id;
        return (
          <li key={entry.id} id={`account-${entry.id}`} class="bl-card" aria-current={active || undefined}>
            <div class="line">
              <AccountName entry={entry} report={report} />
              <LinkBadge linked={entry.linked} />
              {active ? null : (
                <button
                  type="button"
                  id={`switch-to-${entry.id}`}
                  class="bl-button small"
                  aria-label={`Switch to ${entry.label}`}
                  disabled={activate.running}
                  onClick={() => void turnTo(entry)}
                >
                  Switch
                </button>
              )}
              {active && account.linked ? (
                <button
                  type="button"
                  id="unlink"
                  class="bl-button small"
                  aria-label={`Unlink ${entry.label}`}
                  disabled={unlink.running}
                  onClick={() => void onUnlink()}
                >
                  Unlink
                </button>
              ) : null}
            </div>
            {active ? <LinkState account={account} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

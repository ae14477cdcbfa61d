import type { ComponentChild } from 'preact';
import { useCommand } from '#components/queries/use-command.ts';
import type { Report } from '#components/ui/report.ts';
import type { AccountStatus } from '#lib/messages/protocol.ts';
import { describePermissions } from './permissions.ts';

/** Whether an account is linked, how, with which permissions, and the way to end it. */
export function LinkState({ account, report }: { account: AccountStatus; report: Report }): ComponentChild {
  const unlink = useCommand('account.unlink');
  if (!account.linked) {
    return (
      <div id="link-state" class="bl-card state">
        <span class="bl-badge">Not linked</span>
        <p>
          Everything on Bondora’s pages works without. Linking adds your balance and a mirror of the market.
        </p>
      </div>
    );
  }
  const onUnlink = async (): Promise<void> => {
    const outcome = await unlink.run({});
    report('failed' in outcome ? { failed: outcome.failed.message } : { done: 'Account unlinked.' });
  };
  return (
    <div id="link-state" class="bl-card state">
      <span class="bl-badge good">Linked</span>
      <p>
        {account.by === 'pasted-token' ? 'By a pasted token. ' : 'On Bondora’s own page. '}
        {describePermissions(account.scopes)}
      </p>
      <button
        type="button"
        id="unlink"
        class="bl-button"
        disabled={unlink.running}
        onClick={() => void onUnlink()}
      >
        Unlink
      </button>
    </div>
  );
}

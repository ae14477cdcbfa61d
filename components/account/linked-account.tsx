import type { ComponentChild } from 'preact';
import { Age } from '#components/values/age.tsx';
import { formatTimeOfDay } from '#components/values/format-time-of-day.ts';
import type { AccountStatus } from '#lib/messages/protocol.ts';
import { BalanceFigures } from './balance-figures.tsx';
import { describePermissions } from './permissions.ts';

/** A linked account in the popup: what is in it, how old that is, and what Bondlens may do there. */
export function LinkedAccount(props: {
  account: AccountStatus;
  now: number;
  reading: boolean;
  unlinking: boolean;
  onRead: () => void;
  onUnlink: () => void;
}): ComponentChild {
  const { account, now, reading, unlinking, onRead, onUnlink } = props;
  const freeAt = account.balanceFreeAt;
  const waits = freeAt !== null && freeAt > now;
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
          {waits ? `, next call free at ${formatTimeOfDay(freeAt)}` : null}
        </span>
        <button
          type="button"
          id="refresh-balance"
          class="bl-button plain small"
          disabled={reading || waits}
          onClick={onRead}
        >
          {reading ? 'Reading…' : 'Refresh'}
        </button>
      </div>
      <div class="line apart">
        <p id="permissions" class="bl-quiet">
          {account.by === 'pasted-token' ? 'Linked by a pasted token. ' : 'Linked on Bondora’s own page. '}
          {describePermissions(account.scopes)}
        </p>
        <button
          type="button"
          id="unlink"
          class="bl-button plain small"
          disabled={unlinking}
          onClick={onUnlink}
        >
          Unlink
        </button>
      </div>
    </>
  );
}

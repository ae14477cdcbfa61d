import type { ComponentChild } from 'preact';
import { ownLook } from '#components/ui/own-look.ts';
import { formatValue } from '#components/values/format-value.ts';
import type { AccountStatus } from '#lib/messages/protocol.ts';

/** What is free to invest, large, and what it is made of. */
export function BalanceFigures({ balance }: { balance: AccountStatus['balance'] }): ComponentChild {
  return (
    <dl class="figures">
      <Figure id="available" label="Available" value={balance?.available} />
      <Figure id="balance" label="Balance" value={balance?.balance} />
      <Figure id="reserved" label="Reserved" value={balance?.reserved} />
    </dl>
  );
}

function Figure(props: { id: string; label: string; value: number | undefined }): ComponentChild {
  const { id, label, value } = props;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value === undefined ? (
          <span id={id}>–</span>
        ) : (
          <data id={id} value={String(value)}>
            {formatValue(value, 'money', ownLook)}
          </data>
        )}
      </dd>
    </div>
  );
}

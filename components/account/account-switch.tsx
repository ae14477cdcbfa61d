import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { Command } from '#components/queries/use-command.ts';
import type { AccountStatus } from '#lib/messages/protocol.ts';

/** Turns to another of the accounts that are known here; nothing to see while there is only one. */
export function AccountSwitch(props: {
  account: AccountStatus;
  activate: Command<'account.activate'>;
}): ComponentChild {
  const { account, activate } = props;
  // What was chosen shows at once, and goes back if the background refuses.
  const [chosen, setChosen] = useState<string | null>(null);
  if (account.known.length < 2) return null;
  const turnTo = async (id: string): Promise<void> => {
    setChosen(id);
    await activate.run({ id });
    setChosen(null);
  };
  return (
    <select
      id="account-switch"
      class="bl-input"
      aria-labelledby="account-title"
      value={chosen ?? account.id}
      onChange={(event) => void turnTo(event.currentTarget.value)}
    >
      {account.known.map(({ id, label, linked }) => (
        <option key={id} value={id}>
          {linked ? label : `${label} (not linked)`}
        </option>
      ))}
    </select>
  );
}

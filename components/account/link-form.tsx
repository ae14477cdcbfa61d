import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useCommand } from '#components/queries/use-command.ts';
import type { Report } from '#components/ui/report.ts';
import type { AccountStatus, ApplicationStatus } from '#lib/messages/protocol.ts';
import { permissions, type Permission } from './permissions.ts';

/** Lets the user choose which permissions to ask for, and opens Bondora's consent page. */
export function LinkForm(props: {
  account: AccountStatus;
  application: ApplicationStatus;
  report: Report;
}): ComponentChild {
  const { account, application, report } = props;
  const link = useCommand('account.link');
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const wanted = chosen ?? account.scopes ?? [];
  const ready = application.clientId !== null && application.hasSecret;
  const onLink = async (): Promise<void> => {
    const outcome = await link.run({ scopes: [...wanted] });
    report('failed' in outcome ? { failed: outcome.failed.message } : { done: 'Account linked.' });
  };
  return (
    <div class="step">
      <h3>3. Link</h3>
      <fieldset>
        <legend>Permissions to ask for</legend>
        <p class="bl-quiet">
          Balance and market need none of these, so you can leave them all empty. Bondora’s page asks you once
          more, and you can link again with others at any time.
        </p>
        <ul class="choices">
          {permissions.map((permission) => (
            <PermissionChoice
              key={permission.scope}
              permission={permission}
              checked={wanted.includes(permission.scope)}
              onChange={(on) =>
                setChosen(
                  on ? [...wanted, permission.scope] : wanted.filter((scope) => scope !== permission.scope),
                )
              }
            />
          ))}
        </ul>
      </fieldset>
      <div class="bl-joined">
        <button
          type="button"
          id="link"
          class="bl-button primary"
          disabled={!ready || link.running}
          onClick={() => void onLink()}
        >
          {link.running ? 'Waiting for Bondora’s page…' : account.linked ? 'Link again' : 'Link account'}
        </button>
        {ready ? null : <p class="bl-quiet beside">Save the application’s id and secret first.</p>}
      </div>
    </div>
  );
}

function PermissionChoice(props: {
  permission: Permission;
  checked: boolean;
  onChange: (on: boolean) => void;
}): ComponentChild {
  const { scope, title, purpose } = props.permission;
  const id = `permission-${scope}`;
  return (
    <li class="bl-choice">
      <input
        type="checkbox"
        id={id}
        checked={props.checked}
        aria-describedby={`${id}-purpose`}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{title[0]?.toUpperCase() + title.slice(1)}</label>
      <span class="bl-badge">not needed yet</span>
      <span id={`${id}-purpose`} class="bl-quiet">
        Would be used {purpose}
      </span>
    </li>
  );
}

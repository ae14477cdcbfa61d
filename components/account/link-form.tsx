import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useCommand } from '#components/queries/use-command.ts';
import type { Report } from '#components/ui/report.ts';
import { features, permissions } from '#lib/base/permissions.ts';
import type { AccountStatus, ApplicationStatus } from '#lib/messages/protocol.ts';
import { describeLinked } from './describe-linked.ts';
import { PermissionChoice } from './permission-choice.tsx';

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
    if ('failed' in outcome) return report({ failed: outcome.failed.message });
    setChosen(null);
    report({ done: describeLinked(outcome.done) });
  };
  return (
    <div class="step">
      <h3>3. Link</h3>
      <fieldset>
        <legend>Permissions to ask for</legend>
        <p class="bl-quiet">
          {features.market.why} So you can leave them all empty. Bondora’s page asks you once more, and you
          can link again with others at any time.
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
        <p class="bl-quiet beside">
          {ready
            ? 'Links the account that you are logged in to at Bondora, so log in to another one there to add it.'
            : 'Save the application’s id and secret first.'}
        </p>
      </div>
    </div>
  );
}

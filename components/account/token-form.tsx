import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useCommand } from '#components/queries/use-command.ts';
import { Field } from '#components/ui/field.tsx';
import type { Report } from '#components/ui/report.ts';
import { describeLinked } from './describe-linked.ts';

/** Takes a token that does not expire, with the warning that belongs to it. */
export function TokenForm({ report }: { report: Report }): ComponentChild {
  const linkToken = useCommand('account.linkToken');
  const [token, setToken] = useState('');
  const onSubmit = async (): Promise<void> => {
    if (token.trim() === '') return report({ failed: 'Paste the token first.' });
    const outcome = await linkToken.run({ token: token.trim() });
    if ('failed' in outcome) return report({ failed: outcome.failed.message });
    setToken('');
    report({
      done: outcome.done.question === null ? 'Account linked by the token.' : describeLinked(outcome.done),
    });
  };
  return (
    <form
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <h3>Or paste a token</h3>
      <p>
        Bondora’s Application page can also make a token that does not expire. It saves the steps above, but
        it reaches far: whoever has it can do everything in your account that the API allows, spend money
        included, until you revoke it. Paste it only here, and keep no copy.
      </p>
      <Field
        id="token"
        label="Non-expiring token"
        hint="Stays in this browser, out of reach of web pages, and is never shown again."
      >
        <div class="bl-joined">
          <input
            id="token"
            class="bl-input mono"
            type="password"
            autocomplete="new-password"
            aria-describedby="token-hint"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
          <button type="submit" id="link-token" class="bl-button" disabled={linkToken.running}>
            Link by token
          </button>
        </div>
      </Field>
    </form>
  );
}

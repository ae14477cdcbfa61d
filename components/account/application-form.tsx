import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { useCommand } from '#components/queries/use-command.ts';
import { Field } from '#components/ui/field.tsx';
import type { Report } from '#components/ui/report.ts';
import { signInHosts, type ApplicationStatus, type SignInHost } from '#lib/messages/protocol.ts';

/** Takes the application's id and secret. The secret goes in and is never shown again. */
export function ApplicationForm(props: { application: ApplicationStatus; report: Report }): ComponentChild {
  const { application, report } = props;
  const save = useCommand('application.save');
  const [typedId, setTypedId] = useState<string | null>(null);
  const [secret, setSecret] = useState('');
  const [chosenHost, setChosenHost] = useState<SignInHost | null>(null);
  const clientId = (typedId ?? application.clientId ?? '').trim();
  // A stored secret belongs to the stored id.
  const needsSecret = !application.hasSecret || clientId !== application.clientId;

  const onSubmit = async (): Promise<void> => {
    if (clientId === '') return report({ failed: 'Enter the application id.' });
    if (needsSecret && secret.trim() === '')
      return report({ failed: 'Enter the secret that belongs to this application id.' });
    const outcome = await save.run({
      clientId,
      clientSecret: secret.trim() === '' ? null : secret.trim(),
      signInHost: chosenHost ?? application.signInHost,
    });
    if ('failed' in outcome) return report({ failed: outcome.failed.message });
    setTypedId(null);
    setSecret('');
    setChosenHost(null);
    report({ done: 'Application saved.' });
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
      <h3>2. Enter its id and secret</h3>
      <Field id="client-id" label="Application id">
        <input
          id="client-id"
          class="bl-input mono"
          autocomplete="off"
          spellcheck={false}
          value={typedId ?? application.clientId ?? ''}
          onInput={(event) => setTypedId(event.currentTarget.value)}
        />
      </Field>
      <Field
        id="client-secret"
        label="Secret"
        hint={
          needsSecret
            ? 'Stays in this browser, out of reach of web pages. It is sent to Bondora only, to sign in.'
            : 'Stored. Enter a new one to replace it.'
        }
      >
        <input
          id="client-secret"
          class="bl-input mono"
          type="password"
          autocomplete="new-password"
          placeholder={needsSecret ? '' : '••••••••••••'}
          aria-describedby="client-secret-hint"
          value={secret}
          onInput={(event) => setSecret(event.currentTarget.value)}
        />
      </Field>
      <Field
        id="sign-in-host"
        label="Sign in on"
        hint="Bondora’s consent page moved in 2024. Take the other one if yours says that it does not know the application."
      >
        <select
          id="sign-in-host"
          class="bl-input"
          aria-describedby="sign-in-host-hint"
          value={chosenHost ?? application.signInHost}
          onChange={(event) => setChosenHost(event.currentTarget.value as SignInHost)}
        >
          {signInHosts.map((host) => (
            <option key={host} value={host}>
              {host}
            </option>
          ))}
        </select>
      </Field>
      <div>
        <button type="submit" id="save-application" class="bl-button" disabled={save.running}>
          Save application
        </button>
      </div>
    </form>
  );
}

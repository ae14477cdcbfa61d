import type { ComponentChild } from 'preact';
import { CopyField } from '#components/ui/copy-field.tsx';
import type { Report } from '#components/ui/report.ts';

/** How to register an application at Bondora, with the address that must be entered there. */
export function RegistrationGuide(props: {
  redirectUrl: string;
  copy: (text: string) => Promise<void>;
  report: Report;
}): ComponentChild {
  return (
    <div class="step">
      <h3>1. Register an application at Bondora</h3>
      <p class="bl-quiet">
        Bondlens has no server, and so no application of its own that could sign in for everyone. Yours takes
        two minutes, and only you know its secret.
      </p>
      <ol class="numbered">
        <li>
          Log in at{' '}
          <a href="https://api.bondora.com/Application" target="_blank" rel="noreferrer">
            api.bondora.com
          </a>{' '}
          with your Bondora account and open the page <b>Application</b>, then <b>Create</b>.
        </li>
        <li>
          <b>Name</b>: one that nobody else has taken, such as “Bondlens” with your initials. <b>Homepage</b>:
          any address of yours. <b>Description</b>: a few words.
        </li>
        <li>
          <b>Callback URL</b>: exactly the address below.
        </li>
        <li>Save. Bondora shows the application’s id and secret.</li>
      </ol>
      <CopyField
        id="redirect-url"
        label="Callback URL"
        hint="Your browser catches this address itself and hands it to Bondlens. Nothing is sent there."
        text={props.redirectUrl}
        copy={props.copy}
        report={props.report}
      />
    </div>
  );
}

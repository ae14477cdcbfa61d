import type { ComponentChild } from 'preact';
import type { ApplicationStatus } from '#lib/messages/protocol.ts';

/** No account is linked: what works without, and the one next step. */
export function UnlinkedAccount(props: {
  application: ApplicationStatus;
  linking: boolean;
  onLink: () => void;
  onSetUp: () => void;
}): ComponentChild {
  const { application, linking, onLink, onSetUp } = props;
  const ready = application.clientId !== null && application.hasSecret;
  return (
    <>
      <p>Columns, filter and notes work on the page’s own data, without any account.</p>
      <p class="bl-quiet apart">
        {ready
          ? 'Your application is entered. Bondora’s own page will ask you to agree.'
          : 'To see your balance and to mirror the market: first register an application of your own at Bondora. The options lead you through it.'}
      </p>
      <div class="actions">
        {ready ? (
          <button type="button" id="link" class="bl-button primary" disabled={linking} onClick={onLink}>
            {linking ? 'Waiting for Bondora’s page…' : 'Link account'}
          </button>
        ) : (
          <button type="button" id="set-up" class="bl-button primary" onClick={onSetUp}>
            Set up the account
          </button>
        )}
      </div>
    </>
  );
}

import type { ComponentChild } from 'preact';
import type { Command } from '#components/queries/use-command.ts';
import { LinkButton } from './link-button.tsx';

/** No account is linked: what works without, and the one next step. */
export function UnlinkedAccount(props: {
  /** Whether an application is entered, so that linking can begin. */
  ready: boolean;
  /** Whether the page asks which account was just linked. */
  asks: boolean;
  link: Command<'account.link'>;
  onSetUp: () => void;
}): ComponentChild {
  const { asks, ready, link, onSetUp } = props;
  if (asks) return <p class="bl-quiet">Linked as soon as the question above is answered.</p>;
  return (
    <>
      <p>Columns, filter and notes work on the page’s own data, without any account.</p>
      <p class="bl-quiet apart">
        {ready
          ? 'Your application is entered. Bondora’s own page will ask you to agree.'
          : 'To see your balance and to mirror the market: first register an application of your own at Bondora. The options lead you through it.'}
      </p>
      {ready ? (
        <LinkButton label="Link account" scopes={[]} link={link} />
      ) : (
        <div class="actions">
          <button type="button" id="set-up" class="bl-button primary" onClick={onSetUp}>
            Set up the account
          </button>
        </div>
      )}
    </>
  );
}

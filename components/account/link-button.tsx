import type { ComponentChild } from 'preact';
import type { Command } from '#components/queries/use-command.ts';

/** Opens Bondora's consent page in the popup, asking for these permissions. */
export function LinkButton(props: {
  label: string;
  scopes: readonly string[];
  link: Command<'account.link'>;
}): ComponentChild {
  const { label, scopes, link } = props;
  return (
    <div class="actions">
      <button
        type="button"
        id="link"
        class="bl-button primary"
        disabled={link.running}
        onClick={() => void link.run({ scopes: [...scopes] })}
      >
        {link.running ? 'Waiting for Bondora’s page…' : label}
      </button>
    </div>
  );
}

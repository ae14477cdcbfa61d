import type { ComponentChild } from 'preact';
import type { AccountStatus } from '#lib/messages/protocol.ts';
import { describePermissions, describeRefused } from './permissions.ts';

/** How an account is linked, and what was granted; or what linking it would add. */
export function LinkState({ account }: { account: AccountStatus }): ComponentChild {
  const { linked, by, scopes, asked, question } = account;
  if (!linked) {
    return (
      <p id="link-state" class="bl-quiet">
        {question === null
          ? 'Everything on Bondora’s pages works without. Linking adds your balance and a mirror of the market.'
          : 'Linked as soon as the question above is answered.'}
      </p>
    );
  }
  const refused = describeRefused(asked, scopes);
  return (
    <div id="link-state" class="bl-quiet">
      <p id="permissions">
        {by === 'pasted-token' ? 'Linked by a pasted token. ' : 'Linked on Bondora’s own page. '}
        {describePermissions(scopes)}
      </p>
      {refused === null ? null : <p id="granted-less">{refused}</p>}
    </div>
  );
}

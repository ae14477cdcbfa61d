import type { ComponentChild } from 'preact';
import { Age } from '#components/values/age.tsx';
import { describeTaught, taughtKindNames } from '#lib/views/describe-taught.ts';
import type { TaughtPage } from '#lib/views/taught-page.ts';

/** One taught page: where, what kind, since when, and on demand what each column holds. */
export function TaughtPageItem(props: {
  page: TaughtPage;
  now: number;
  onForget: (page: TaughtPage) => void;
  onCopy: (page: TaughtPage) => void;
}): ComponentChild {
  const { page, now, onForget, onCopy } = props;
  const address = page.host + page.path;
  const held = page.columns.filter(({ fields }) => fields.length > 0).length;
  const [, ...sentences] = describeTaught(page);
  return (
    <li>
      <div class="head">
        <span>
          <b>{address}</b>
          <span class="bl-quiet">
            {taughtKindNames[page.kind]}, {held} of {page.headers.length} columns,{' '}
            <Age at={page.taughtAt} now={now} after="ago" />
          </span>
        </span>
        <span class="buttons">
          <button
            type="button"
            class="bl-button small"
            aria-label={`Copy ${address} as text`}
            onClick={() => onCopy(page)}
          >
            Copy as text
          </button>
          <button
            type="button"
            class="bl-button small"
            aria-label={`Forget ${address}`}
            onClick={() => onForget(page)}
          >
            Forget
          </button>
        </span>
      </div>
      <details>
        <summary>What its columns hold</summary>
        <ul class="told">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

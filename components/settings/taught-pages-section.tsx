import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { PasteTaught } from '#components/teach/paste-taught.tsx';
import { useNow } from '#components/queries/use-now.ts';
import { usePreferences } from '#components/queries/use-preferences.ts';
import type { Report } from '#components/ui/report.ts';
import { Section } from '#components/ui/section.tsx';
import { addTaught, removeTaught } from '#lib/views/keep-taught.ts';
import { taughtLimits, type TaughtPage } from '#lib/views/taught-page.ts';
import { writeTaughtText } from '#lib/views/taught-text.ts';
import { TaughtPageItem } from './taught-page-item.tsx';

/** The pages that the user showed Bondlens: to look at, forget, send and receive. */
export function TaughtPagesSection(props: {
  report: Report;
  copy: (text: string) => Promise<void>;
}): ComponentChild {
  const { report, copy } = props;
  const { preferences, change } = usePreferences();
  const now = useNow();
  const [forgotten, setForgotten] = useState<TaughtPage | null>(null);
  const [isPasting, setPasting] = useState(false);
  const pages = preferences?.taughtPages ?? [];

  const keep = async (
    make: (pages: readonly TaughtPage[]) => TaughtPage[] | undefined,
    done: string,
  ): Promise<void> => {
    let isFull = false;
    const error = await change((before) => {
      const next = make(before.taughtPages);
      isFull = next === undefined;
      return next === undefined ? {} : { taughtPages: next };
    });
    if (error !== null) report({ failed: error.message });
    else if (isFull) report({ failed: `There are ${taughtLimits.pages} taught pages: forget one first.` });
    else report({ done });
  };
  const add = (page: TaughtPage, done: string): void => {
    setForgotten(null);
    setPasting(false);
    void keep((before) => addTaught(before, page), done);
  };
  const forget = (page: TaughtPage): void => {
    setForgotten(page);
    void keep((before) => removeTaught(before, page.id), 'The page is forgotten.');
  };
  const send = (page: TaughtPage): void => {
    copy(writeTaughtText(page)).then(
      () => report({ done: 'What you taught is on the clipboard, as a text.' }),
      () => report({ failed: 'The browser did not let Bondlens copy.' }),
    );
  };
  return (
    <Section
      id="taught"
      title="Pages you taught"
      intro="Where Bondlens does not understand a page of Bondora’s, open the popup there and choose “Show Bondlens what is what”. What you show wins over what Bondlens finds itself."
    >
      {pages.length === 0 ? <p class="bl-quiet">You have not shown Bondlens any page yet.</p> : null}
      <ul class="taught-pages">
        {pages.map((page) => (
          <TaughtPageItem key={page.id} page={page} now={now} onForget={forget} onCopy={send} />
        ))}
      </ul>
      {forgotten === null ? null : (
        <p>
          {forgotten.host}
          {forgotten.path} is forgotten.{' '}
          <button
            type="button"
            id="taught-undo"
            class="bl-button small"
            onClick={() => add(forgotten, 'The page is known again.')}
          >
            Undo
          </button>
        </p>
      )}
      {isPasting ? (
        <PasteTaught
          now={now}
          onTake={(page) => add(page, 'Bondlens reads this page now as the text says.')}
          onCancel={() => setPasting(false)}
        />
      ) : (
        <p>
          <button type="button" id="taught-paste" class="bl-button" onClick={() => setPasting(true)}>
            Paste a text…
          </button>
        </p>
      )}
    </Section>
  );
}

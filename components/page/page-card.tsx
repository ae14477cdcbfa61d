import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Card } from '#components/ui/card.tsx';
import type { AppError } from '#lib/base/app-error.ts';
import type { PageStatus } from '#lib/messages/page-protocol.ts';

/** The way from the popup to the page that the person looks at. */
export interface PagePort {
  /** That page; null when it is none of Bondora's. */
  find(): Promise<PageStatus | null>;
  /** Opens the teaching or the page report there; throws an `AppError` where the browser does not let it. */
  open(tab: number, start: 'teach' | 'report'): Promise<void>;
}

const states: Readonly<Record<PageStatus['state'], string>> = {
  ready: 'Bondlens reads this page.',
  off: 'Bondlens is off on this page.',
  unreadable: 'Something on this page is not understood.',
  unknown: 'Bondlens does not know this page.',
  unreached: 'The browser keeps Bondlens from this page. Allow it for bondora.com, then reload the page.',
};

/** What Bondlens makes of the page in the tab, and the way to show it what is what. Nothing on pages of other sites. */
export function PageCard({ port }: { port: PagePort }): ComponentChild {
  const [page, setPage] = useState<PageStatus | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    port.find().then(
      (found) => {
        if (!isGone) setPage(found);
      },
      // A tab that has just been closed is no page.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [port]);
  if (page === null) return null;
  const open = (start: 'teach' | 'report'): void => {
    port.open(page.tab, start).catch((error: AppError) => setFailure(error.message));
  };
  return (
    <Card id="this-page" title="This page">
      <p id="page-state">{states[page.state]}</p>
      <p class="bl-quiet address">
        {page.host}
        {page.path}
      </p>
      {page.state === 'unreached' ? null : (
        <div class="line choices">
          <button type="button" id="teach-page" class="bl-button small" onClick={() => open('teach')}>
            Show Bondlens what is what
          </button>
          <button type="button" id="report-page" class="bl-button plain small" onClick={() => open('report')}>
            Page report…
          </button>
        </div>
      )}
      {failure === null ? null : <p role="alert">{failure}</p>}
    </Card>
  );
}

import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MarketStatus, PullProgress } from '#lib/messages/market-status.ts';

/**
 * Tells a screen reader of a pull of the market at its start, at each quarter and at its end: the figures on screen change
 * twice a second, and other parts come in calls of a second. Nobody could listen to that.
 */
export function PullAnnouncement({ market }: { market: MarketStatus | undefined }): ComponentChild {
  const wasPulling = useRef(false);
  const [told, setTold] = useState('');
  const progress = market?.running === true ? market.progress : null;
  const news = progress?.part === 'listings' ? describeQuarter(progress) : null;
  useEffect(() => {
    if (news !== null) setTold(news);
    else if (wasPulling.current) setTold('The pull of the market has ended.');
    wasPulling.current = news !== null;
  }, [news]);
  return (
    <p id="pull-announcement" class="heard" role="status">
      {told}
    </p>
  );
}

function describeQuarter({ received, total }: PullProgress): string {
  if (total === null || total === 0) return 'The market is being pulled.';
  return `The market: ${Math.min(4, Math.floor((received / total) * 4)) * 25} percent received.`;
}

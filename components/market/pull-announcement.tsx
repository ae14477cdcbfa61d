import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { partWords } from './part-words.ts';

/**
 * Tells a screen reader of a pull at its start, at each quarter and at its end: the figures on screen change many times
 * a second, and nobody could listen to that.
 */
export function PullAnnouncement({ market }: { market: MarketStatus | undefined }): ComponentChild {
  const wasRunning = useRef(false);
  const [told, setTold] = useState('');
  const running = market?.running === true;
  const news = market === undefined || !running ? null : describeQuarter(market.progress);
  useEffect(() => {
    if (news !== null) setTold(news);
    else if (wasRunning.current) setTold('The pull has ended.');
    wasRunning.current = running;
  }, [news, running]);
  return (
    <p id="pull-announcement" class="heard" role="status">
      {told}
    </p>
  );
}

function describeQuarter(progress: MarketStatus['progress']): string {
  if (progress === null) return 'Bondlens is asking Bondora.';
  const { part, received, total } = progress;
  const { title } = partWords[part];
  if (total === null || total === 0) return `${title} is being read.`;
  return `${title}: ${Math.min(4, Math.floor((received / total) * 4)) * 25} percent received.`;
}

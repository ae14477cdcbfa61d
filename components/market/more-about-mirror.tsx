import type { ComponentChild } from 'preact';
import type { MarketStatus } from '#lib/messages/market-status.ts';
import { PartAges } from './part-ages.tsx';

/** What not everybody wants to read each time, closed at first: what the mirror holds, and the plan's further sentences. */
export function MoreAboutMirror(props: {
  parts: MarketStatus['parts'];
  plan: readonly string[];
  now: number;
}): ComponentChild {
  const { parts, plan, now } = props;
  if (parts.length === 0 && plan.length === 0) return null;
  return (
    <details id="more-about-mirror" class="apart">
      <summary>More about the mirror</summary>
      {plan.map((sentence) => (
        <p key={sentence} class="bl-quiet">
          {sentence}
        </p>
      ))}
      {parts.length === 0 ? null : <PartAges parts={parts} now={now} />}
    </details>
  );
}

import type { ComponentChild } from 'preact';
import { formatAge } from './format-age.ts';

/** When something was, as its age; the exact instant shows on hover. */
export function Age(props: { id?: string; at: number; now: number; after: 'old' | 'ago' }): ComponentChild {
  const { id, at, now, after } = props;
  const instant = new Date(at);
  return (
    <time id={id} dateTime={instant.toISOString()} title={instant.toLocaleString()}>
      {formatAge(now - at)} {after}
    </time>
  );
}

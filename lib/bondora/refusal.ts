import type { QuotaRecord } from './quota-record.ts';
import type { Quota } from './quota-table.ts';

/** What an answer 429 tells. */
export interface Refusal {
  /** From `Retry-After`, or the start of `Details`. */
  retryAfterSeconds: number | null;
  /** From the message `maximum admitted 5 per Hour`. */
  told: { calls: number; windowMs: number } | null;
}

const units: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

// No wait that a server may ask for is longer than its longest window.
const longestWait = 7 * 86_400_000;

/** Reads a refusal from the header and the texts of the envelope's errors, any of which may be missing. */
export function readRefusal(retryAfter: string | null, texts: readonly string[], now: number): Refusal {
  const joined = texts.join(' ');
  const inText = /retry after\s+(\d+)/i.exec(joined);
  const told = /maximum admitted\s+(\d+)\s+per\s+(second|minute|hour|day|week)/i.exec(joined);
  const calls = Number(told?.[1] ?? 0);
  return {
    retryAfterSeconds: readSeconds(retryAfter, now) ?? (inText === null ? null : Number(inText[1])),
    told:
      told === null || calls < 1 || calls > 1_000_000
        ? null
        : { calls, windowMs: units[(told[2] ?? '').toLowerCase()] ?? 0 },
  };
}

/**
 * What a refusal changes: until when no call leaves, and the quota if the server told another than the table has,
 * or asks for a wait longer than the table's window. A told quota for a shorter window than the table's is only
 * one of several the server keeps, and changes nothing.
 */
export function learnFromRefusal(
  record: QuotaRecord,
  { retryAfterSeconds, told }: Refusal,
  quota: Quota,
  now: number,
): { refused: { at: number; until: number }; learned: QuotaRecord['learned'] } {
  const windowMs = told?.windowMs ?? record.learned?.windowMs ?? quota.windowMs;
  // The server cuts the seconds off: the window may end up to one later.
  const wait = retryAfterSeconds === null ? windowMs : Math.min((retryAfterSeconds + 1) * 1000, longestWait);
  return { refused: { at: now, until: now + wait }, learned: learn(record, told, wait, quota, now) };
}

function learn(
  record: QuotaRecord,
  told: Refusal['told'],
  wait: number,
  quota: Quota,
  now: number,
): QuotaRecord['learned'] {
  if (told !== null && told.windowMs >= quota.windowMs) {
    const asInTable = told.calls === quota.calls && told.windowMs === quota.windowMs;
    return asInTable ? null : { ...told, at: now };
  }
  const known = record.learned?.windowMs ?? quota.windowMs;
  if (wait <= known + 1000) return record.learned;
  const windowMs = Object.values(units).find((unit) => unit + 1000 >= wait) ?? wait;
  return { calls: 1, windowMs, at: now };
}

function readSeconds(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  if (/^\s*\d+\s*$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

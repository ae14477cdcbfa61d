import type { AccountStatus } from '#lib/messages/protocol.ts';

/** What is to be told after linking, for a live region. */
export function describeLinked({ question }: AccountStatus): string {
  return question === null
    ? 'Account linked.'
    : 'Bondora let you in. Answer one question: which account is it?';
}

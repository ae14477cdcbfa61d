import type { ComponentChild } from 'preact';
import { useQuery } from '#components/queries/use-query.ts';
import { Section } from '#components/ui/section.tsx';

/** The first thing that a new user sees: what works already, and what can be added. */
export function WelcomeSection(): ComponentChild {
  const linked = useQuery('account.status').data?.linked === true;
  return (
    <Section
      id="welcome"
      title="Welcome"
      intro="Your own columns, filter and notes over Bondora’s market pages. It is set up already; the rest is up to you."
    >
      <ol class="steps">
        <li>
          <b>Open the market.</b> On{' '}
          <a href="https://www.bondora.com/en/secondmarket" target="_blank" rel="noreferrer">
            Bondora’s secondary market
          </a>{' '}
          there are new columns now, a filter bar above the table, and a mark in each row for your notes.
        </li>
        <li>
          <b>Make it yours.</b> Choose <a href="#columns">columns</a> and write one of your own as a formula.
        </li>
        <li class={linked ? 'done' : undefined}>
          <b>{linked ? 'Your account is linked.' : 'Link your account, if you like.'}</b>{' '}
          {linked ? (
            'The popup shows your balance and pulls the market into the local mirror.'
          ) : (
            <>
              It adds your balance, and exact figures for every listing from a local mirror of the market.{' '}
              <a href="#account">How to link</a>
            </>
          )}
        </li>
      </ol>
    </Section>
  );
}

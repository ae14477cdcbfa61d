import { describe, expect, it } from 'vitest';
import { composeRow } from '#components/overlay/compose-row.ts';
import { createDay, type Day } from '#lib/base/day.ts';
import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { RowKnowledge } from '#lib/messages/protocol.ts';

const today = createDay(2026, 11, 22) as Day;
const guid = '00000000-0000-4000-8000-000000000001';
const loan = 'loan:7' as LoanKey;
const known: RowKnowledge = {
  account: 'a' as AccountId,
  loan,
  record: null,
  note: null,
  others: [],
  subjects: [loan],
};

describe('what is known of a row', () => {
  it('is what the page shows, with what follows from it', () => {
    const reading = { key: guid, ids: { listingId: guid }, fields: { price: 4.5, principalRemaining: 5 } };
    const { record, loan: about } = composeRow(reading, null, today);
    expect(record).toMatchObject({ listingId: guid, price: 4.5, pricePerPrincipal: 0.9 });
    expect(record).not.toHaveProperty('note');
    expect(about).toBeNull();
  });

  it('includes the note, and that there is none', () => {
    const reading = { key: guid, ids: { auctionNumber: 7 }, fields: {} };
    expect(composeRow(reading, known, today).record).toMatchObject({
      note: '',
      tags: [],
      noteColour: 'none',
      noteMark: 'none',
      noteRating: null,
    });
    const note = {
      loan,
      text: 'Late',
      colour: 'red',
      tags: ['x'],
      mark: 'none',
      rating: null,
      revision: 1,
      createdAt: 1,
      changedAt: 1,
    } as const;
    expect(composeRow(reading, { ...known, note }, today).record).toMatchObject({
      note: 'Late',
      tags: ['x'],
    });
  });

  it('has no loan where the mirror contradicts the page and the page names none', () => {
    const reading = { key: guid, ids: { listingId: guid }, fields: { country: 'EE' } };
    const knowledge = { ...known, record: { country: 'FI', price: 3 } };
    const composed = composeRow(reading, knowledge, today);
    expect(composed.loan).toBeNull();
    expect(composed.record).not.toHaveProperty('price');
    expect(composed.record).not.toHaveProperty('note');
  });

  it('keeps the loan that the page itself names, whatever the mirror says', () => {
    const reading = { key: guid, ids: { auctionNumber: 7 }, fields: { country: 'EE' } };
    const composed = composeRow(reading, { ...known, record: { country: 'FI', price: 3 } }, today);
    expect(composed.loan).toBe(loan);
    expect(composed.record).not.toHaveProperty('price');
  });

  it('is nothing for a row that was not read', () => {
    expect(composeRow({ unreadable: 'Strange.' }, known, today)).toEqual({
      record: {},
      loan: null,
      knowledge: null,
    });
  });
});

import type { AccountId, NoteKey } from '#lib/loan/ids.ts';
import { followNote } from './follow-note.ts';
import { joinTexts, mergeFields } from './merge-fields.ts';
import type { NoteWithHistory } from './merge-notes.ts';
import { joinClocks, tickClock, type BrowserId, type NoteClock, type Stamp } from './note-clock.ts';
import { emptyFields, isEmpty, isSameFields, pickFields } from './note-fields.ts';
import { isHistoryFull, measureHistory, thinHistory, toVersion } from './note-history.ts';
import { noteLimits, type NoteFields, type NoteVersion, type StoredNote } from './note.ts';

/** Which notes go where. */
export interface NotesMove {
  from: AccountId;
  to: AccountId;
  /** Of what; null for all that stand. */
  loans: readonly NoteKey[] | null;
}

/** How many notes go which way. */
export interface MoveCounts {
  /** To a place where no note stands. */
  moved: number;
  /** Made one with the note that stands there. */
  joined: number;
  /** Left where they are: both texts together are longer than a note may be, or their tags more. */
  stay: number;
}

/**
 * What is to be written so that the notes of one account are those of another. Where a note stands already, both texts
 * stay, one under the other, and of two colours, marks or ratings the later holds. The past goes along; what stood in
 * either account stays in its history, and the place that was left is marked as removed.
 */
export function planMove(
  standing: readonly NoteWithHistory[],
  { from, to, loans }: NotesMove,
  stamp: Stamp,
): { writes: NoteWithHistory[]; counts: MoveCounts } {
  const counts: MoveCounts = { moved: 0, joined: 0, stay: 0 };
  if (from === to) return { writes: [], counts };
  const asked = loans === null ? null : new Set(loans);
  const there = new Map(
    standing.filter(({ note }) => note.account === to).map((side) => [side.note.loan, side]),
  );
  const going = standing.filter(
    ({ note }) =>
      note.account === from && note.removedAt === null && (asked === null || asked.has(note.loan)),
  );
  const writes = going.flatMap((side) => {
    const goal = there.get(side.note.loan);
    const isTaken = goal !== undefined && goal.note.removedAt === null;
    const fields = isTaken ? joinFields(goal.note, side.note) : pickFields(side.note);
    if (!fits(fields)) {
      counts.stay += 1;
      return [];
    }
    counts[isTaken ? 'joined' : 'moved'] += 1;
    return [arrive(goal, side, to, fields, stamp), leave(side, stamp)];
  });
  return { writes, counts };
}

/** The move in words, one sentence a line; one that says so when there is nothing to move. */
export function describeMove({ moved, joined, stay }: MoveCounts): string[] {
  const say = (count: number, one: string, many: string): string[] =>
    count === 0 ? [] : [count === 1 ? `1 note ${one}.` : `${count} notes ${many}.`];
  const sentences = [
    say(moved, 'moves', 'move'),
    say(
      joined,
      'is joined with the one that stands there: both texts stay',
      'are joined with those that stand there: both texts stay',
    ),
    say(
      stay,
      'stays where it is: joined it would be too long',
      'stay where they are: joined they would be too long',
    ),
  ].flat();
  return sentences.length === 0 ? ['There is no note to move.'] : sentences;
}

function joinFields(one: NoteFields & { changedAt: number }, other: typeof one): NoteFields {
  const [earlier, later] = one.changedAt <= other.changedAt ? [one, other] : [other, one];
  const { fields } = mergeFields(emptyFields, earlier, later);
  const tags = [...new Set([...earlier.tags, ...later.tags])];
  return { ...fields, tags, text: joinTexts(earlier.text, later.text) };
}

function fits({ text, tags }: NoteFields): boolean {
  return text.length <= noteLimits.text && tags.length <= noteLimits.tags;
}

/** The note in its new place, with the past of both. */
function arrive(
  goal: NoteWithHistory | undefined,
  side: NoteWithHistory,
  to: AccountId,
  fields: NoteFields,
  stamp: Stamp,
): NoteWithHistory {
  const own =
    goal === undefined ? [] : [...goal.versions, ...(isBare(goal.note) ? [] : [toVersion(goal.note)])];
  let revision = goal?.note.revision ?? 0;
  // What the note is now needs no second place in the history.
  const isAsItWas = isSameFields(fields, side.note);
  const past = [...side.versions, ...(isAsItWas ? [] : [toVersion(side.note)])];
  const came: NoteVersion[] = [];
  for (const version of past.toSorted((a, b) => a.revision - b.revision)) {
    revision += 1;
    came.push({ ...version, account: to, revision, clock: clockElsewhere(version) });
  }
  const all = [...own, ...came];
  const versions = isHistoryFull(measureHistory(all)) ? thinHistory(all) : all;
  const note: StoredNote = {
    ...side.note,
    ...fields,
    account: to,
    revision: revision + 1,
    createdAt:
      goal === undefined || goal.note.removedAt !== null
        ? side.note.createdAt
        : Math.min(goal.note.createdAt, side.note.createdAt),
    changedAt: isAsItWas ? side.note.changedAt : stamp.now,
    removedAt: null,
    clock: tickClock(joinClocks(goal?.note.clock ?? {}, clockElsewhere(side.note)), stamp.browser),
    history: measureHistory(versions),
  };
  return { note, versions };
}

/** The mark in the place that was left. It says nothing, so that there is nothing to bring back; its history does. */
function leave(side: NoteWithHistory, { browser, now }: Stamp): NoteWithHistory {
  const { note } = side;
  const clock = tickClock(note.clock, browser);
  return followNote(side, { ...note, ...emptyFields, changedAt: now, removedAt: now, clock });
}

/**
 * Saves of a note count for its own place only. In another they are the saves of one writer more, who bears the name of the
 * account that they were made in: so they stay in order among themselves, and apart from what was written there.
 */
function clockElsewhere({ account, clock }: NoteVersion): NoteClock {
  const saves = Object.values(clock).reduce((sum, count) => sum + count, 0);
  return { [account as string as BrowserId]: saves };
}

function isBare(note: StoredNote): boolean {
  return note.removedAt !== null && isEmpty(note);
}

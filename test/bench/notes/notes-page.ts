import type { AccountId, LoanKey } from '#lib/loan/ids.ts';
import type { BrowserId } from '#lib/notes/note-clock.ts';
import type { NoteDraft, StoredNote } from '#lib/notes/note.ts';
import { createNoteSearch } from '#lib/notes/search-notes.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createNotesRepository } from '#lib/store/notes-repository.ts';
import type { KeptNote } from '#lib/store/notes-schema.ts';
import { createSeededRandom } from '#test/unit/bondora/seeded-random.ts';
import { median, takeTurns } from '../take-turns.ts';

/** Milliseconds of the same work by us and by hand. */
export interface Pair {
  ours: number;
  floor: number;
}

const account = '00000000-0000-4000-8000-00000000000a' as AccountId;
const browser = '00000000-0000-4000-8000-0000000000b1' as BrowserId;
const words = (
  'Paid late twice then caught up Restructured in spring Borrower wrote that the new job begins in May Country rating ' +
  'moved down Watch the next payment Bought for the discount Avoid more of this one Sold half Too long for me'
).split(' ');
/** What is typed, letter by letter and word by word; the last is found nowhere. */
const queries = ['p', 'pay', 'late', 'restructured spring', '12345', 'nowhere to be found'];

/** Searching all the queries in so many notes; the floor looks for the same words in the same text, held in memory. */
export function measureSearch(count: number): Pair {
  const notes = createNotes(count);
  const search = createNoteSearch(notes);
  const texts = notes.map(({ text, tags, loan }) => [text, ...tags, loan].join('\n').toLowerCase());
  const scan = (query: string): number[] => {
    const wanted = query.split(' ');
    const found: number[] = [];
    for (let at = 0; at < texts.length; at++) {
      if (wanted.every((word) => texts[at]?.includes(word))) found.push(at);
    }
    return found;
  };
  for (const query of queries) {
    if (search.find(query).join() !== scan(query).join()) throw new Error(`“${query}” finds something else.`);
  }
  return takeTurns({
    floor: () => queries.forEach(scan),
    ours: () => queries.forEach((query) => search.find(query)),
  });
}

// Each of these is saved several times in turn, so that its record has grown by its last versions.
const savedNotes = 50;

/**
 * One save among so many notes, with its history; the floor is a bare strict put of the very record that came of it. Ours
 * and the floor go first in turns.
 */
export async function measureSave(count: number, rounds: number): Promise<Pair> {
  const open = createDatabase();
  const database = await open();
  const notes = createNotes(count);
  const filling = database.transaction('notes', 'readwrite');
  await Promise.all([...notes.map((note) => filling.store.put(note)), filling.done]);
  const repository = createNotesRepository(open);
  const times: Record<keyof Pair, number[]> = { ours: [], floor: [] };
  const put = async (record: KeptNote): Promise<number> => {
    const bare = { ...record, loan: `loan:9${record.loan.slice(5)}` as LoanKey };
    return time(async () => {
      const transaction = database.transaction('notes', 'readwrite', { durability: 'strict' });
      await Promise.all([transaction.store.put(bare), transaction.done]);
    });
  };
  for (let round = -10; round < rounds; round++) {
    const { account: owner, loan } = notes[(round + 10) % savedNotes] as StoredNote;
    const standing = (await database.get('notes', [owner, loan])) as KeptNote;
    const { text, tags, revision } = standing;
    const draft: NoteDraft = { text: `${text} And ${revision}.`, colour: 'red', tags };
    // Who saves has read the note before: the page shows it.
    await repository.read(owner, [loan]);
    const isFloorFirst = round % 2 === 0;
    const before = isFloorFirst ? await put(standing) : 0;
    const ours = await time(() => repository.save(standing, draft, revision, { browser, now: round + 1000 }));
    const saved = (await database.get('notes', [owner, loan])) as KeptNote;
    const floor = isFloorFirst ? before : await put(saved);
    if (round < 0) continue;
    times.ours.push(ours);
    times.floor.push(floor);
  }
  return { ours: median(times.ours), floor: median(times.floor) };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function createNotes(count: number): StoredNote[] {
  const random = createSeededRandom(7);
  const pick = (): string => words[Math.floor(random() * words.length)] ?? '';
  return Array.from({ length: count }, (_, i) => ({
    account,
    loan: `loan:${1_000_000 + i}` as LoanKey,
    // Most notes are a line, some are a page.
    text: Array.from({ length: 4 + Math.floor(random() ** 4 * 300) }, pick).join(' '),
    colour: 'none',
    tags: [pick().toLowerCase()],
    mark: 'none',
    rating: null,
    revision: 1,
    createdAt: 1,
    changedAt: 1,
    removedAt: null,
    clock: { [browser]: 1 },
    history: { versions: 0, characters: 0 },
  }));
}

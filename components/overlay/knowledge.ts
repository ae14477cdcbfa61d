import type { NoteName } from '#components/notes/note-editing.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { NoteKey } from '#lib/loan/ids.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Arguments, RowKnowledge } from '#lib/messages/protocol.ts';
import type { Note } from '#lib/notes/note.ts';
import type { OverlayKind, OverlayRow } from './overlay-page.ts';

/** What the background knows of the rows of a page, asked for in one message a screenful. */
export interface Knowledge {
  /** undefined: not asked yet; null: asked, but there was no answer. */
  find(row: OverlayRow): RowKnowledge | null | undefined;
  /** Asks about the rows that were not asked about yet; tells which those are, and what went wrong. */
  ask(rows: readonly OverlayRow[]): Promise<{ asked: OverlayRow[]; error: AppError | null }>;
  /** A note was stored from here. */
  keep(name: NoteName, note: Note | null): void;
  /** Everything is to be asked again; until then what was told holds. */
  outdate(): void;
}

/** As many as one message may hold. */
const atOnce = 2000;

/** What the rows of each kind of page are. */
const tables: Readonly<Record<OverlayKind, NonNullable<Arguments<'rows.describe'>['table']>>> = {
  'secondary-market': 'listings',
  'primary-market': 'auctions',
  investments: 'investments',
  loan: 'any',
  'cash-flow': 'any',
};

export function createKnowledge(ask: Ask, kind: OverlayKind): Knowledge {
  const told = new Map<string, RowKnowledge | null>();
  const fresh = new Set<string>();

  return {
    find(row) {
      const id = identify(row);
      return id === null ? null : told.get(id);
    },
    async ask(rows) {
      const wanted = rows.flatMap((row) => {
        const id = identify(row);
        return 'key' in row.reading && id !== null && !fresh.has(id)
          ? [{ row, id, ids: row.reading.ids }]
          : [];
      });
      const asked = wanted.map(({ row }) => row);
      for (const { id } of wanted) fresh.add(id);
      for (let i = 0; i < wanted.length; i += atOnce) {
        const part = wanted.slice(i, i + atOnce);
        try {
          const answer = await ask('rows.describe', {
            rows: part.map(({ ids }) => ids),
            table: tables[kind],
          });
          part.forEach(({ id }, at) => told.set(id, answer.rows[at] ?? null));
        } catch (error) {
          // Asked again only once they are outdated: a background that fails is left in peace.
          for (const { id } of wanted.slice(i)) if (!told.has(id)) told.set(id, null);
          return { asked, error: error as AppError };
        }
      }
      return { asked, error: null };
    },
    keep({ loan, account }, note) {
      for (const [id, known] of told) {
        if (known?.account !== account) continue;
        if (known.loan === loan) told.set(id, { ...known, note });
        else if (known.subjects.includes(loan))
          told.set(id, { ...known, others: listOthers(known, loan, note) });
      }
    },
    outdate: () => fresh.clear(),
  };
}

/** The notes on what else a row shows, with one of them replaced, in the order in which they concern it. */
function listOthers({ subjects, others }: RowKnowledge, about: NoteKey, note: Note | null): Note[] {
  return subjects.flatMap(
    (subject) => (subject === about ? note : others.find((other) => other.loan === subject)) ?? [],
  );
}

/** Spelled once for each reading: every pass asks for those of all rows. */
const spelled = new WeakMap<OverlayRow['reading'], string>();

/** Rows with the same ids are the same to the background. */
function identify({ reading }: OverlayRow): string | null {
  if (!('key' in reading)) return null;
  const known = spelled.get(reading);
  if (known !== undefined) return known;
  const id = JSON.stringify([reading.key, reading.ids]);
  spelled.set(reading, id);
  return id;
}

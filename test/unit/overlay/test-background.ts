import type { AppError } from '#lib/base/app-error.ts';
import type { AccountId, LoanKey, NoteKey, RowIds } from '#lib/loan/ids.ts';
import type { LoanRecord } from '#lib/loan/loan-record.ts';
import type { Ask } from '#lib/messages/ask.ts';
import type { Arguments, MessageName } from '#lib/messages/protocol.ts';
import type { PulseTopic } from '#lib/messages/pulse.ts';
import type { BrowserId, Stamp } from '#lib/notes/note-clock.ts';
import type { NoteVersion, StoredNote } from '#lib/notes/note.ts';
import { bringBackNote, removeNote, reviseNote, visible } from '#lib/notes/revise.ts';
import type { StoredDraft } from '#lib/notes/stored-draft.ts';
import type { TagUse } from '#lib/notes/tag.ts';
import { defaultPreferences, type Preferences } from '#lib/views/preferences.ts';

const account = '00000000-0000-4000-8000-00000000aaaa' as AccountId;
const stamp: Stamp = { browser: '00000000-0000-4000-8000-00000000bbbb' as BrowserId, now: 1000 };

/** A background in memory, with the rules of the real one for notes. */
export interface TestBackground {
  ask: Ask;
  onPulse: (topic: PulseTopic, listener: () => void, signal: AbortSignal) => void;
  pulse(topic: PulseTopic): void;
  preferences: Preferences;
  /** By loan number. */
  records: Map<number, LoanRecord>;
  notes: Map<NoteKey, StoredNote>;
  /** A note is on disk, as if another tab had written it. */
  keepNote(about: NoteKey, note: Partial<StoredNote>): void;
  /** By editor. */
  drafts: Map<string, StoredDraft>;
  tags: TagUse[];
  /** What any note once was. */
  history: NoteVersion[];
  /** What a note on a row can be about beside its loan. */
  otherSubjects: NoteKey[];
  /** Every message with its arguments, as asked. */
  asked: [MessageName, unknown][];
  /** Set to refuse every script that is to be brought to the page. */
  refusal: AppError | null;
  /** When the mirror was pulled; epoch ms. */
  pulledAt: number | null;
  /** Set to make every further message fail. */
  failure: AppError | null;
  /** Answers wait for this. */
  gate: Promise<void>;
}

export function createTestBackground(): TestBackground {
  const listeners = new Map<PulseTopic, Set<() => void>>();
  const write = (loan: NoteKey, note: StoredNote | undefined): void => {
    if (note !== undefined) background.notes.set(loan, note);
  };
  const answer = (name: MessageName, args: unknown): unknown => {
    switch (name) {
      case 'preferences.get':
        return background.preferences;
      case 'preferences.change':
        background.preferences = { ...background.preferences, ...(args as Partial<Preferences>) };
        return background.preferences;
      case 'rows.describe':
        return { rows: (args as Arguments<'rows.describe'>).rows.map(describeRow) };
      case 'notes.save': {
        const { loan, revision, editor = '', account: _, ...draft } = args as Arguments<'notes.save'>;
        const key = loan as NoteKey;
        const note = reviseNote(background.notes.get(key), { account, loan: key }, draft, revision, stamp);
        write(key, note);
        background.drafts.delete(editor);
        return visible(note);
      }
      case 'notes.remove': {
        const { loan, revision } = args as Arguments<'notes.remove'>;
        write(loan as NoteKey, removeNote(background.notes.get(loan as NoteKey), revision, stamp));
        return null;
      }
      case 'notes.bringBack': {
        const key = (args as Arguments<'notes.bringBack'>).loan as NoteKey;
        const note = bringBackNote(background.notes.get(key), stamp);
        write(key, note);
        return visible(note);
      }
      case 'notes.history':
        return background.history;
      case 'notes.draft': {
        const { editor, revision, account: _, loan, ...draft } = args as Arguments<'notes.draft'>;
        const at = stamp.now;
        background.drafts.set(editor, { account, loan: loan as NoteKey, editor, draft, revision, at });
        return null;
      }
      case 'notes.dropDraft':
        background.drafts.delete((args as Arguments<'notes.dropDraft'>).editor);
        return null;
      case 'notes.drafts':
        return [...background.drafts.values()];
      case 'options.open':
      case 'teaching.open':
        return null;
      case 'mirror.age':
        return { at: background.pulledAt };
      case 'tags.list':
        return background.tags;
      default:
        throw new Error(`The test background does not know ${name}.`);
    }
  };
  const describeRow = ({ auctionNumber = 0 }: RowIds): unknown => {
    const loan = `loan:${auctionNumber}` as LoanKey;
    const stored = background.notes.get(loan);
    return {
      account,
      loan: auctionNumber === 0 ? null : loan,
      record: background.records.get(auctionNumber) ?? null,
      note: stored === undefined || stored.removedAt !== null ? null : visible(stored),
      others: background.otherSubjects.flatMap((key) => background.notes.get(key) ?? []).map(visible),
      subjects: auctionNumber === 0 ? [] : [loan, ...background.otherSubjects],
    };
  };
  const background: TestBackground = {
    async ask(name, args) {
      background.asked.push([name, args]);
      await background.gate;
      if (background.failure !== null) throw background.failure;
      return structuredClone(answer(name, args)) as never;
    },
    onPulse(topic, listener, signal) {
      const heard = listeners.get(topic) ?? new Set();
      listeners.set(topic, heard.add(listener));
      signal.addEventListener('abort', () => heard.delete(listener));
    },
    pulse(topic) {
      for (const listener of listeners.get(topic) ?? []) listener();
    },
    keepNote(about, note) {
      const whole = {
        account,
        loan: about,
        text: '',
        colour: 'none',
        tags: [],
        mark: 'none',
        rating: null,
        revision: 1,
        createdAt: 1,
        changedAt: 1,
        clock: { [stamp.browser]: 1 },
        history: { versions: 0, characters: 0 },
      } as const;
      background.notes.set(about, { ...whole, removedAt: null, ...note });
    },
    preferences: structuredClone(defaultPreferences),
    records: new Map(),
    notes: new Map(),
    drafts: new Map(),
    tags: [],
    history: [],
    otherSubjects: [],
    asked: [],
    refusal: null,
    pulledAt: null,
    failure: null,
    gate: Promise.resolve(),
  };
  return background;
}

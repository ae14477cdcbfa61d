import { extensionDirs } from '#test/browsers/extension-dirs.ts';
import { createProfileFolder } from '#test/browsers/profile-folder.ts';
import { browserKinds, type BrowserKind, type TestPage } from '#test/browsers/test-browser.ts';
import { launchUnwatched, type UnwatchedBrowser } from '#test/browsers/unwatched-browser.ts';
import { startSandbox } from '#test/sandbox/server.ts';
import { createSeededRandom } from '#test/unit/bondora/seeded-random.ts';
import { askBackground } from './ask-background.ts';
import { crashBrowser } from './notes/browser-process.ts';
import { carryFile, fillWithNotes } from './notes/carry-file.ts';

export const area = 'notes-browser';

const page = 'options.html';
const loans = 12;
const many = 20_000;
/** A file of some 70 MB. */
const long = { notes: 70, characters: 1_000_000 } as const;

/** What was acknowledged, and what was under way when the browser died. */
interface Model {
  /** Every text that was answered as saved, by loan; the last one stands. */
  saved: Map<string, string[]>;
  /** Sent over the last one, and never answered. */
  underWay: Map<string, string[]>;
  drafts: Map<string, string>;
  revisions: Map<string, number>;
}

/**
 * Notes in real browsers: saves and drafts, with the background ended in between and the whole browser crashed while saves
 * are under way. Held when after each start every acknowledged save stands or is in the history and every kept draft is
 * there, and when files of 20,000 notes and of 70 MB pass whole. `steps` is how often each browser is crashed.
 */
export async function run({ steps = 6, seed = 1 }: { steps?: number; seed?: number } = {}): Promise<{
  line: string;
  held: boolean;
}> {
  const ends: string[] = [];
  const faults: string[] = [];
  for (const kind of browserKinds) {
    const end = await runIn(kind, steps, createSeededRandom(seed), faults);
    ends.push(`${kind}: ${end}`);
  }
  return {
    line: `${ends.join('; ')}; ${faults.length} faults${faults.length === 0 ? '' : `: ${faults.slice(0, 3).join('; ')}`}`,
    held: faults.length === 0,
  };
}

async function runIn(
  kind: BrowserKind,
  crashes: number,
  random: () => number,
  faults: string[],
): Promise<string> {
  const sandbox = await startSandbox({ listings: 10 });
  const profile = createProfileFolder(undefined);
  const launch = (): Promise<UnwatchedBrowser> =>
    launchUnwatched(kind, {
      extensionDir: extensionDirs[kind],
      sandboxPort: sandbox.port,
      headless: true,
      userDataDir: profile.path,
      welcome: page,
      // A browser that crashes again and again asks what to do about it.
      firefoxPreferences: { 'toolkit.startup.max_resumed_crashes': -1 },
    });
  const model: Model = { saved: new Map(), underWay: new Map(), drafts: new Map(), revisions: new Map() };
  const fault = (what: string): void => void faults.push(`${kind}: ${what}`);
  // Under which address Firefox keeps the extension's data is written down when it closes in peace.
  await (await launch()).close();
  let browser = await launch();
  let kills = 0;
  try {
    for (let crash = 0; crash < crashes; crash++) {
      const sending = browser.visit(page, async (options) => {
        for (let n = 0; n < 10; n++) {
          await saveOne(options, model, random);
          if (random() < 0.2) {
            await browser.killBackground();
            kills += 1;
          }
        }
        await keepDraft(options, model, random);
        // Some are under way when the browser dies.
        const dying = Array.from({ length: 5 }, () =>
          startSave(options, model, random).catch(() => undefined),
        );
        await Promise.race(dying);
        await crashBrowser(profile.path);
      });
      // What drives a browser that is gone says so, in many ways.
      await sending.catch(() => undefined);
      await browser.close().catch(() => undefined);
      browser = await launch();
      await browser.visit(page, (options) => check(options, model, fault));
    }
    const files = await browser.visit(page, async (options) => {
      await fillWithNotes(options, many);
      const first = await carryFile(options);
      for (let n = 0; n < long.notes; n++) {
        const text = `${n} `.padEnd(long.characters, 'long text ');
        await askBackground(options, 'notes.save', { ...draft(`loan:${9_000_000 + n}`, text), revision: 0 });
      }
      return [first, await carryFile(options)];
    });
    for (const { words, length } of files)
      if (!words.includes('Nothing changes: all of it is here already.'))
        fault(`a file of ${length}: ${words.join(' ')}`);
    const counted = [...model.saved.values()].reduce((sum, texts) => sum + texts.length, 0);
    const told = files
      .map(({ length, parts }) => `${(length / 1e6).toFixed(1)} MB in ${parts} parts`)
      .join(' and ');
    return `${crashes} crashes, ${kills} ends of the background, ${counted} acknowledged saves, ${model.drafts.size} drafts, files of ${told}`;
  } finally {
    await browser.close().catch(() => undefined);
    await sandbox.close();
    profile.remove();
  }
}

function draft(
  loan: string,
  text: string,
): {
  account: null;
  loan: string;
  text: string;
  colour: 'none';
  tags: string[];
} {
  return { account: null, loan, text, colour: 'none', tags: [] };
}

let written = 0;

function pickSave(
  { revisions }: Model,
  random: () => number,
): { loan: string; text: string; revision: number } {
  const loan = `loan:${1 + Math.floor(random() * loans)}`;
  return { loan, text: `words ${(written += 1)}`, revision: revisions.get(loan) ?? 0 };
}

async function saveOne(options: TestPage, model: Model, random: () => number): Promise<void> {
  const { loan, text, revision } = pickSave(model, random);
  const note = await askBackground(options, 'notes.save', { ...draft(loan, text), revision });
  model.revisions.set(loan, note.revision);
  model.saved.set(loan, [...(model.saved.get(loan) ?? []), text]);
}

/** Sends a save; it counts as acknowledged only if its answer came. */
async function startSave(options: TestPage, model: Model, random: () => number): Promise<void> {
  const { loan, text, revision } = pickSave(model, random);
  model.underWay.set(loan, [...(model.underWay.get(loan) ?? []), text]);
  const note = await askBackground(options, 'notes.save', { ...draft(loan, text), revision });
  model.revisions.set(loan, note.revision);
  model.saved.set(loan, [...(model.saved.get(loan) ?? []), text]);
}

async function keepDraft(options: TestPage, model: Model, random: () => number): Promise<void> {
  const { loan, text, revision } = pickSave(model, random);
  const editor = crypto.randomUUID();
  await askBackground(options, 'notes.draft', { ...draft(loan, text), revision, editor });
  model.drafts.set(editor, text);
}

async function check(options: TestPage, model: Model, fault: (what: string) => void): Promise<void> {
  const notes = await askBackground(options, 'notes.list', { account: null });
  for (const [loan, texts] of model.saved) {
    const note = notes.find((one) => one.loan === loan);
    const history = await askBackground(options, 'notes.history', { account: null, loan });
    const kept = new Set([note?.text, ...history.map(({ text }) => text)]);
    for (const text of texts) if (!kept.has(text)) fault(`${loan} lost “${text}”`);
    const possible = [texts.at(-1), ...(model.underWay.get(loan) ?? [])];
    if (!possible.includes(note?.text)) fault(`${loan} stands as “${note?.text}”, not “${texts.at(-1)}”`);
  }
  for (const note of notes) {
    // What was under way may have been done: it stands like the rest from now on.
    model.revisions.set(note.loan, note.revision);
    const texts = model.saved.get(note.loan) ?? [];
    if (texts.at(-1) !== note.text) model.saved.set(note.loan, [...texts, note.text]);
  }
  model.underWay.clear();
  const drafts = await askBackground(options, 'notes.drafts', {});
  for (const [editor, text] of model.drafts)
    if (!drafts.some((kept) => kept.editor === editor && kept.draft.text === text))
      fault(`the draft “${text}” is gone`);
}

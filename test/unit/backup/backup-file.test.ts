import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '#lib/backup/backup-file.ts';
import { makeLock } from '#lib/backup/seal.ts';
import type { NoteKey } from '#lib/loan/ids.ts';
import { emptyFields } from '#lib/notes/note-fields.ts';
import { hostileTexts } from '#test/unit/notes/note-arbitraries.ts';
import { browserHere, createContents, createSide, pairArbitrary } from './sample-contents.ts';

const side = createSide(
  7,
  [
    { ...emptyFields, text: 'seen' },
    { ...emptyFields, text: 'more', mark: 'avoid' },
  ],
  browserHere,
);
if (side === undefined) throw new Error('There is no note.');
const contents = createContents([side]);

/** The file with something in it changed, and its checksum as it must be for that. */
async function forge(
  change: (body: { contents: Record<string, unknown>; version: unknown }) => void,
): Promise<string> {
  const body = JSON.parse(await writeBackup(contents, null)) as Parameters<typeof change>[0];
  change(body);
  const bytes = new TextEncoder().encode(JSON.stringify(body.contents));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const checksum = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return JSON.stringify({ ...body, checksum });
}

const firstNote = (all: Record<string, unknown>): Record<string, unknown> =>
  (all['notes'] as Record<string, unknown>[])[0] ?? {};

describe('a backup', () => {
  it('holds notes on whatever a note can be about, and no others', async () => {
    const guid = '0000000a-1111-4111-8111-111111111111';
    const keys = ['loan:7', `auction:${guid}`, `part:${guid}`, `listing:${guid}`, 'borrower:BO1'];
    const rename = (key: string): typeof side => {
      const loan = key as NoteKey;
      const versions = side.versions.map((old) => Object.assign(structuredClone(old), { loan }));
      return { note: { ...side.note, loan }, versions };
    };
    const made = createContents(keys.map(rename));
    expect(await readBackup(await writeBackup(made, null), null)).toEqual(made);
    for (const wrong of ['borrower:', 'borrower:two words', 'part:7', 'bank:1'])
      await expect(
        readBackup(await writeBackup(createContents([rename(wrong)]), null), null),
      ).rejects.toThrow(/./);
  });

  it('gives back all that went in', async () => {
    await fc.assert(
      fc.asyncProperty(pairArbitrary, async ([notes]) => {
        const made = createContents(notes);
        expect(await readBackup(await writeBackup(made, null), null)).toEqual(made);
      }),
      { numRuns: 30 },
    );
  });

  it('gives back hostile words as they were written', async () => {
    const notes = hostileTexts.flatMap(
      (text, i) => createSide(i, [{ ...emptyFields, text }], browserHere) ?? [],
    );
    const read = await readBackup(await writeBackup(createContents(notes), null), null);
    expect(read.notes.map(({ note }) => note.text)).toEqual(hostileTexts);
  });

  it('is opened by its passphrase only, and shows nothing without it', async () => {
    const locked = await writeBackup(contents, await makeLock('correct horse', 1000));
    expect(locked).not.toContain('more');
    expect(await readBackup(locked, 'correct horse')).toEqual(contents);
    await expect(readBackup(locked, 'wrong horse')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(readBackup(locked, null)).rejects.toMatchObject({
      code: 'invalid-input',
      data: { locked: true },
    });
    const changed = locked.replace(/"data":"(.)/, (_, first) => `"data":"${first === 'A' ? 'B' : 'A'}`);
    await expect(readBackup(changed, 'correct horse')).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is refused when it is cut off anywhere', async () => {
    const text = await writeBackup(contents, null);
    for (let end = 0; end < text.trimEnd().length; end += 7)
      await expect(readBackup(text.slice(0, end), null)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(readBackup(text.slice(0, -9), null)).rejects.toThrow('cut off');
  });

  it('is refused when a character of what it holds was changed', async () => {
    const text = await writeBackup(contents, null);
    await expect(readBackup(text.replace('more', 'less'), null)).rejects.toThrow('checksum');
  });

  it('is refused when it is foreign or newer', async () => {
    for (const foreign of ['', '[]', 'null', '"x"', '{"a":1}', '<html>', '{"bondlens":"theme","version":1}'])
      await expect(readBackup(foreign, null)).rejects.toThrow('not a backup of Bondlens');
    await expect(readBackup(await forge((body) => (body.version = 2)), null)).rejects.toThrow('newer');
  });

  it.each<[string, (all: Record<string, unknown>) => void]>([
    ['a note without a text', (all) => delete firstNote(all)['text']],
    ['a number for a text', (all) => (firstNote(all)['text'] = 5)],
    ['more text than a note holds', (all) => (firstNote(all)['text'] = 'x'.repeat(1_000_001))],
    ['a loan that is none', (all) => (firstNote(all)['loan'] = '__proto__')],
    ['a note twice', (all) => (all['notes'] = [firstNote(all), firstNote(all)])],
    ['a revision twice', (all) => (firstNote(all)['revision'] = 1)],
    ['a note of nobody', (all) => (firstNote(all)['clock'] = {})],
    ['a clock of another kind', (all) => (firstNote(all)['clock'] = JSON.parse('{"__proto__":{"x":1}}'))],
    ['tags that are no list', (all) => (all['tags'] = { length: 1 })],
    ['no notes at all', (all) => delete all['notes']],
  ])('is refused when it holds %s', async (_, change) => {
    const text = await forge((body) => change(body.contents));
    await expect(readBackup(text, null)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('takes nothing over that it does not know, and is not led to other prototypes', async () => {
    const text = await forge((body) => {
      Object.assign(body.contents, JSON.parse('{"constructor":{"prototype":{"evil":1}},"token":"x"}'));
      firstNote(body.contents)['secret'] = 'x';
    });
    const read = await readBackup(text.replace('"contents":{', '"__proto__":{"evil":1},"contents":{'), null);
    expect(read).toEqual(contents);
    expect(({} as { evil?: unknown }).evil).toBeUndefined();
  });

  it('is refused, not followed, when it is nested without end', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = `{"bondlens":"backup","version":1,"checksum":"","contents":{"a":${deep}}}`;
    await expect(readBackup(text, null)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

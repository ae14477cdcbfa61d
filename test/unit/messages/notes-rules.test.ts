import { describe, expect, it } from 'vitest';
import { protocolRules, type MessageName } from '#lib/messages/protocol.ts';
import { checkArguments } from '#lib/messages/serve.ts';

const save = { account: null, loan: 'loan:1', text: '', colour: 'red', tags: [], revision: 0 };
const editor = '00000000-0000-4000-8000-00000000000e';

describe('messages about notes', () => {
  it('may come from a page of Bondora only where they are about one note, its draft, or the names of tags', () => {
    const anywhere = (Object.keys(protocolRules) as MessageName[]).filter(
      (name) =>
        /^(notes|tags|snapshots|backup|import)\./.test(name) && protocolRules[name].access === 'anywhere',
    );
    expect(anywhere.toSorted()).toEqual([
      'notes.bringBack',
      'notes.draft',
      'notes.drafts',
      'notes.dropDraft',
      'notes.history',
      'notes.remove',
      'notes.save',
      'tags.list',
    ]);
  });

  it('carry a mark and a rating, or leave them as they are', () => {
    for (const more of [{}, { mark: 'avoid', rating: 5 }, { rating: null }, { editor }])
      expect(checkArguments('notes.save', { ...save, ...more })).toEqual({ ...save, ...more });
  });

  it.each(['loan:7', 'auction:G', 'part:G', 'listing:G', 'borrower:BO1'])('may be about %s', (key) => {
    const loan = key.replace('G', editor);
    expect(checkArguments('notes.save', { ...save, loan })).toEqual({ ...save, loan });
    expect(() => checkArguments('notes.save', { ...save, loan: `${loan} ` })).toThrow('nothing that a note');
  });

  it.each<[string, object]>([
    ['a mark that there is not', { mark: 'maybe' }],
    ['a rating of six', { rating: 6 }],
    ['a rating of nothing', { rating: undefined }],
    ['an editor without a name', { editor: '' }],
    ['a revision below none', { revision: -1 }],
  ])('are refused with %s', (_, more) => {
    expect(() => checkArguments('notes.save', { ...save, ...more })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });

  it('refuse a passphrase that is soon guessed', () => {
    expect(() => checkArguments('backup.make', { passphrase: 'short' })).toThrow('at least 8 characters');
    expect(checkArguments('backup.make', { passphrase: null })).toEqual({ passphrase: null });
  });
});

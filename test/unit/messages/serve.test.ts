import { describe, expect, it } from 'vitest';
import { checkArguments, checkSender } from '#lib/messages/serve.ts';

const own = { id: 'ours', origin: 'chrome-extension://ours/' };
const page = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const content = { id: 'ours', url: 'https://www.bondora.com/en/secondmarket' };

describe('checkSender', () => {
  it('lets our own pages ask everything, and content scripts only what is for anywhere', () => {
    expect(() => checkSender('extension-pages', page, own)).not.toThrow();
    expect(() => checkSender('anywhere', content, own)).not.toThrow();
    expect(() => checkSender('extension-pages', content, own)).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    );
  });

  it.each([
    ['another extension', { id: 'theirs', url: page.url }],
    ['a page that only looks like Bondora', { id: 'ours', url: 'https://www.bondora.com.evil.example/' }],
    ['a plain connection', { id: 'ours', url: 'http://www.bondora.com/' }],
    ['a sender without an address', { id: 'ours' }],
  ])('refuses %s', (_, sender) => {
    expect(() => checkSender('anywhere', sender, own)).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    );
  });
});

describe('checkArguments', () => {
  it('gives acceptable arguments back', () => {
    const args = { account: null, loan: 'loan:12', text: 'x', colour: 'red', tags: [' a '], revision: 0 };
    expect(checkArguments('notes.save', args)).toEqual({ ...args, tags: ['a'] });
  });

  it.each([
    [
      'a key of no loan',
      { account: null, loan: '__proto__', text: '', colour: 'red', tags: [], revision: 0 },
    ],
    ['a number for a text', { account: null, loan: 'loan:1', text: 1, colour: 'red', tags: [], revision: 0 }],
    [
      'a tag too long',
      { account: null, loan: 'loan:1', text: '', colour: 'red', tags: ['x'.repeat(41)], revision: 0 },
    ],
    [
      'a field too many',
      { account: null, loan: 'loan:1', text: '', colour: 'red', tags: [], revision: 0, more: 1 },
    ],
    ['nothing', undefined],
  ])('refuses %s', (_, args) => {
    expect(() => checkArguments('notes.save', args)).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});

import type { Note } from './note.ts';

/** Notes made ready to be searched as a person types. */
export interface NoteSearch {
  /**
   * Where in the list the notes stand that have all of the words in them, in text, tags, mark or loan number; in the
   * list's order. No word finds all. Capitals do not matter.
   */
  find(words: string): number[];
}

/** @param notes the list; it is read once, here */
export function createNoteSearch(notes: readonly Note[]): NoteSearch {
  const hay = notes.map(listWords);
  return {
    find(words) {
      const wanted = words
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      const [first = '', ...others] = wanted;
      const found: number[] = [];
      for (let at = 0; at < hay.length; at++) {
        const text = hay[at] as string;
        if (text.includes(first) && others.every((word) => text.includes(word))) found.push(at);
      }
      return found;
    },
  };
}

function listWords({ text, tags, mark, loan }: Note): string {
  const number = loan.slice(loan.indexOf(':') + 1);
  return [text, ...tags.map((tag) => `#${tag}`), mark === 'none' ? '' : mark, number]
    .join('\n')
    .toLowerCase();
}

import { useEffect, useState } from 'preact/hooks';
import { useBackend } from '#components/queries/backend.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { NotesFound } from '#lib/messages/notes-protocol.ts';

/** What was found for the words that are typed now; null while nothing is looked for. */
export interface Search {
  words: string;
  setWords: (words: string) => void;
  found: NotesFound | null;
  error: AppError | null;
}

/**
 * Looks for notes and loans with each letter. An answer to fewer letters never takes the place of one to more.
 * @param round looked for anew when it is another
 */
export function useSearch(round: unknown): Search {
  const { ask } = useBackend();
  const [words, setWords] = useState('');
  const [answer, setAnswer] = useState<Pick<Search, 'found' | 'error'>>({ found: null, error: null });
  useEffect(() => {
    let isWanted = true;
    const take = (found: NotesFound | null, error: AppError | null): void => {
      if (isWanted) setAnswer({ found, error });
    };
    if (words.trim() === '') take(null, null);
    else
      ask('notes.find', { words }).then(
        (found) => take(found, null),
        (error: unknown) => take(null, error as AppError),
      );
    return () => {
      isWanted = false;
    };
  }, [ask, words, round]);
  return { words, setWords, ...answer };
}

import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** `/` goes to the search field from anywhere on the page but a field that is written in. */
export function useSearchKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const ending = new AbortController();
    const hear = (event: KeyboardEvent): void => {
      const isWriting =
        event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', hear, { signal: ending.signal });
    return () => ending.abort();
  }, [field]);
}

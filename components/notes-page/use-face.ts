import { useEffect, useState } from 'preact/hooks';

/** What the page can show, each under its own address. */
export const faces = [
  { name: 'notes', label: 'Notes' },
  { name: 'deleted', label: 'Deleted' },
  { name: 'tags', label: 'Tags' },
  { name: 'snapshots', label: 'Snapshots' },
  { name: 'moving', label: 'Move notes' },
] as const;

export type FaceName = (typeof faces)[number]['name'];

/** The face that the address names; notes where it names none. */
export function useFace(): FaceName {
  const [face, setFace] = useState(readFace);
  useEffect(() => {
    const ending = new AbortController();
    window.addEventListener('hashchange', () => setFace(readFace()), { signal: ending.signal });
    return () => ending.abort();
  }, []);
  return face;
}

function readFace(): FaceName {
  return faces.find(({ name }) => `#${name}` === location.hash)?.name ?? 'notes';
}

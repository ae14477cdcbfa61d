import type { ComponentChild, ComponentChildren } from 'preact';

/** What stands around every step of the teaching: its title, the way aside and out, and the last word on what was done. */
export function TeachingPanel(props: {
  title: string;
  said: string;
  onAside: () => void;
  onClose: () => void;
  children: ComponentChildren;
}): ComponentChild {
  const { title, said, onAside, onClose, children } = props;
  return (
    <>
      <header>
        <h1>{title}</h1>
        <span>
          <button
            type="button"
            aria-label="Move to the other side"
            title="Move to the other side"
            onClick={onAside}
          >
            ⇄
          </button>
          <button type="button" class="close" aria-label="Close" onClick={onClose} />
        </span>
      </header>
      {children}
      <p class="said" role="status">
        {said}
      </p>
    </>
  );
}

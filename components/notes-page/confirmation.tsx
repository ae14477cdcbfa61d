import type { ComponentChild, ComponentChildren } from 'preact';

/** Asks before something is done, and takes the focus to be heard. Escape is a no. */
export function Confirmation(props: {
  id: string;
  title: string;
  /** What the answer yes is called. */
  yes: string;
  no?: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onYes: () => void;
  onNo: () => void;
  children?: ComponentChildren;
}): ComponentChild {
  const { id, title, yes, no = 'Cancel', isDangerous = false, isBusy = false, onYes, onNo, children } = props;
  return (
    <section
      id={id}
      class="bl-card bl-question"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onNo();
      }}
    >
      <h2 id={`${id}-title`} ref={focusOnce} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div class="bl-answers">
        <button
          type="button"
          class={`bl-button ${isDangerous ? 'danger' : 'primary'} yes`}
          disabled={isBusy}
          onClick={onYes}
        >
          {isBusy ? 'Working…' : yes}
        </button>
        <button type="button" class="bl-button no" onClick={onNo}>
          {no}
        </button>
      </div>
    </section>
  );
}

/** As a `ref` it is called once, when the heading is there. */
function focusOnce(heading: HTMLElement | null): void {
  heading?.focus();
}

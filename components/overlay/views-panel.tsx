import type { ComponentChild } from 'preact';
import { ViewList, type ViewListProps } from './editor/view-list.tsx';

/** The views, over the page. */
export function ViewsPanel(props: ViewListProps & { onClose: () => void }): ComponentChild {
  const { onClose, ...list } = props;
  return (
    <section class="editor">
      <header>
        <h1>Views</h1>
        <button type="button" class="close" aria-label="Close" autofocus onClick={onClose} />
      </header>
      <div class="scroll" tabIndex={0} role="group" aria-label="Views">
        <ViewList {...list} />
      </div>
    </section>
  );
}

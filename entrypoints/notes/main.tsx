import '#components/ui/tokens.css';
import '#components/ui/base.css';
import '#components/ui/controls.css';
import '#components/ui/forms.css';
import '#components/notes/note-editor.css';
import '#components/notes-page/notes-face.css';
import '#components/notes-page/note-list.css';
import '#components/notes-page/rows.css';
import './notes.css';
import { render } from 'preact';
import { BackendContext, createBackend } from '#components/queries/backend.ts';
import { systemClock } from '#lib/base/clock.ts';
import { ask } from '#lib/messages/ask.ts';
import { answerForEditors } from '#lib/messages/living-editors.ts';
import { onPulse } from '#lib/messages/pulse.ts';
import { formatLoanAddress } from '#lib/site/loan-address.ts';
import { Notes } from './notes.tsx';

const ending = new AbortController();
window.addEventListener('pagehide', () => ending.abort(), { once: true });

const backend = createBackend({ ask, onPulse, clock: systemClock, signal: ending.signal });
const root = document.querySelector('#app');

if (root !== null) {
  render(
    <BackendContext value={backend}>
      <Notes
        answerForEditors={answerForEditors}
        loanAddress={formatLoanAddress}
        copy={(text) => navigator.clipboard.writeText(text)}
      />
    </BackendContext>,
    root,
  );
}

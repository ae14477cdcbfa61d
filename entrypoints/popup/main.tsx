import '#components/ui/tokens.css';
import '#components/ui/base.css';
import '#components/ui/controls.css';
import '#components/ui/forms.css';
import '#components/notes/note-editor.css';
import '#components/search/search.css';
import './popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { BackendContext, createBackend } from '#components/queries/backend.ts';
import { createHostAccess } from '#components/settings/host-access.ts';
import { systemClock } from '#lib/base/clock.ts';
import { ask } from '#lib/messages/ask.ts';
import { answerForEditors } from '#lib/messages/living-editors.ts';
import { onPulse } from '#lib/messages/pulse.ts';
import { pagePort } from './page-port.ts';
import { Popup } from './popup.tsx';

const ending = new AbortController();
window.addEventListener('pagehide', () => ending.abort(), { once: true });

const backend = createBackend({ ask, onPulse, clock: systemClock, signal: ending.signal });
const hostAccess = createHostAccess(browser.permissions);
const root = document.querySelector('#app');

if (root !== null) {
  render(
    <BackendContext value={backend}>
      <Popup
        hostAccess={hostAccess}
        onOptions={() => void ask('options.open', {})}
        pagePort={pagePort}
        answerForEditors={answerForEditors}
      />
    </BackendContext>,
    root,
  );
}

import '#components/ui/tokens.css';
import '#components/ui/base.css';
import '#components/ui/controls.css';
import '#components/ui/forms.css';
import '#components/settings/reference.css';
import '#components/settings/taught-pages.css';
import '#components/overlay/editor/editor.css';
import '#components/overlay/filter-dot.css';
import '#components/backup/backup.css';
import './options.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { BackendContext, createBackend } from '#components/queries/backend.ts';
import { createDataPorts } from '#components/backup/create-data-ports.ts';
import { createHostAccess } from '#components/settings/host-access.ts';
import { systemClock } from '#lib/base/clock.ts';
import { ask } from '#lib/messages/ask.ts';
import { onPulse } from '#lib/messages/pulse.ts';
import { Options } from './options.tsx';

const ending = new AbortController();
window.addEventListener('pagehide', () => ending.abort(), { once: true });

const backend = createBackend({ ask, onPulse, clock: systemClock, signal: ending.signal });
const hostAccess = createHostAccess(browser.permissions);
const dataPorts = createDataPorts(
  navigator,
  browser.permissions,
  browser.runtime.getManifest().optional_permissions ?? [],
);
const root = document.querySelector('#app');

if (root !== null) {
  render(
    <BackendContext value={backend}>
      <Options
        hostAccess={hostAccess}
        copy={(text) => navigator.clipboard.writeText(text)}
        dataPorts={dataPorts}
      />
    </BackendContext>,
    root,
  );
}

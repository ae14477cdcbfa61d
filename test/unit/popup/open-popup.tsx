import type { PagePort } from '#components/page/page-card.tsx';
import type { HostAccess } from '#components/settings/host-access.ts';
import { Popup } from '../../../entrypoints/popup/popup.tsx';
import { openPage, type RenderedPage } from './rendered-page.tsx';
import type { ScriptedBackground } from './scripted-background.ts';

/** A browser that lets the extension work on bondora.com. */
export const granted: HostAccess = {
  has: () => Promise.resolve(true),
  request: () => Promise.resolve(true),
  onChange: () => undefined,
};

/** The page under the popup is none of Bondora's. */
const otherSite: PagePort = { find: () => Promise.resolve(null), open: () => Promise.resolve() };

const nobodyAsks = (): void => undefined;

/** The popup over a scripted background. */
export function openPopup(
  background: ScriptedBackground,
  { hostAccess = granted, onOptions = (): void => undefined, pagePort = otherSite } = {},
): Promise<RenderedPage> {
  return openPage(
    <Popup hostAccess={hostAccess} onOptions={onOptions} pagePort={pagePort} answerForEditors={nobodyAsks} />,
    background,
  );
}

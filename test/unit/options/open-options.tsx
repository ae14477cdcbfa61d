import type { DataPorts } from '#components/backup/data-ports.ts';
import { granted } from '#test/unit/popup/open-popup.tsx';
import { openPage, type RenderedPage } from '#test/unit/popup/rendered-page.tsx';
import type { ScriptedBackground } from '#test/unit/popup/scripted-background.ts';
import { Options } from '../../../entrypoints/options/options.tsx';

/** A browser that promises and allows what it is asked for. */
export const allowingPorts: DataPorts = {
  storage: { persisted: () => Promise.resolve(false), persist: () => Promise.resolve(true) },
  allowDownloads: () => Promise.resolve(true),
};

/** The options over a scripted background, with all their forms. */
export async function openOptions(
  background: ScriptedBackground,
  copy: (text: string) => Promise<void> = () => Promise.resolve(),
  dataPorts: DataPorts = allowingPorts,
): Promise<RenderedPage> {
  const page = await openPage(<Options hostAccess={granted} copy={copy} dataPorts={dataPorts} />, background);
  await page.see(() => page.find('#formula-text'));
  await page.see(() => page.find('#client-id'));
  return page;
}

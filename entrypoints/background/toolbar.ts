import { partWords } from '#components/market/part-words.ts';
import type { PullProgress } from '#lib/messages/market-status.ts';

/** The part of `browser.action` that is used here. */
interface ToolbarAction {
  setBadgeText(details: { text: string }): Promise<void>;
  setBadgeBackgroundColor(details: { color: string }): Promise<void>;
  setBadgeTextColor(details: { color: string }): Promise<void>;
  setTitle(details: { title: string }): Promise<void>;
}

/** The extension's button in the browser's toolbar: how far a pull has come, and nothing else. */
export interface Toolbar {
  /** Shows the progress of the pull that runs; null when none does. What the button shows already is not set again. */
  show(progress: PullProgress | null): Promise<void>;
}

// As in components/ui/tokens.css: the accent of the light scheme, which stands out on dark toolbars too.
const ground = '#0b6a70';
const ink = '#ffffff';

/**
 * The badge outlives the background that set it, so a new background shows `null` first.
 * @param action the browser's button
 */
export function createToolbar(action: ToolbarAction): Toolbar {
  let shown: { text: string; title: string } | undefined;
  return {
    async show(progress) {
      const before = shown;
      const now = { text: describePercent(progress), title: describeWork(progress) };
      shown = now;
      if (before === undefined) {
        await Promise.all([
          action.setBadgeBackgroundColor({ color: ground }),
          action.setBadgeTextColor({ color: ink }),
        ]);
      }
      await Promise.all([
        ...(before?.text === now.text ? [] : [action.setBadgeText({ text: now.text })]),
        ...(before?.title === now.title ? [] : [action.setTitle({ title: now.title })]),
      ]);
    },
  };
}

function describePercent(progress: PullProgress | null): string {
  const percent = findPercent(progress);
  return percent === null ? '' : `${percent}%`;
}

function describeWork(progress: PullProgress | null): string {
  if (progress === null) return 'Bondlens';
  const percent = findPercent(progress);
  const { title } = partWords[progress.part];
  return percent === null ? `Bondlens reads: ${title}` : `Bondlens reads: ${title}, ${percent}%`;
}

/** In full percents, rounded down; null where the total is not known. */
function findPercent(progress: PullProgress | null): number | null {
  if (progress === null || progress.total === null || progress.total <= 0) return null;
  return Math.min(100, Math.floor((progress.received / progress.total) * 100));
}

import { countCalls, type Counts } from './world/count-calls.ts';
import { watchPositions, type Positions } from './world/watch-positions.ts';

/** What the world of the extension's content scripts tells when the page asks. */
export interface WorldReport {
  counts: Counts;
  positions: Positions | null;
}

// Runs before the content script, in its world. The page asks by an event, and may begin to count anew.
const calls = countCalls();
const positions = watchPositions();
addEventListener('bench-ask', (event) => {
  const { detail } = event as CustomEvent<string>;
  if (detail !== 'read') calls.begin(detail === 'begin with rows');
  const report: WorldReport = { counts: calls.read(), positions: positions.read() };
  dispatchEvent(new CustomEvent('bench-answer', { detail: JSON.stringify(report) }));
});

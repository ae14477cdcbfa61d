import type { World } from '../world/world.ts';
import { writeFrame, type FrameOptions } from './frame.ts';

/** The root of the site for somebody who is signed in. */
export function writeHomePage(world: World, frame: FrameOptions): string {
  return writeFrame(
    { ...frame, title: 'Welcome' },
    `<div class="panel"><h3>Invest in European consumer loans</h3><p>${world.listOpen().length} loan parts are on offer on the <a href="/${frame.prefix}/secondmarket">secondary market</a>.</p></div>`,
  );
}

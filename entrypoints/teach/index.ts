import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeOpener, type TeachingStart } from '#components/teach/open-teaching.ts';
import { createTeaching } from '#components/teach/teaching.tsx';
import { systemClock } from '#lib/base/clock.ts';
import { ask } from '#lib/messages/ask.ts';
import { createTeachingPage } from './teaching-page.ts';

// Named in `entrypoints/background/pages.ts` too, which calls it. Only the extension's own world has it.
const key = Symbol.for('bondlens teaching');

type World = typeof globalThis & { [key]?: (start: TeachingStart) => void };

/** Comes to a page when a person wants to show Bondlens what is what; once it is there it stays, and costs nothing. */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  let open: ReturnType<typeof createTeaching> | undefined;
  world[key] ??= (start) => {
    open ??= createTeaching({
      page: createTeachingPage(),
      ask,
      clock: systemClock,
      opener: takeOpener(),
      onClosed: () => (open = undefined),
    });
    open.start(start);
  };
});

import { chooseLook } from '#components/values/value-look.ts';

/** How numbers look on our own pages: as in the browser's language. */
export const ownLook = chooseLook(navigator.language);

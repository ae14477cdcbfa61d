export { insertBare, insertWithExtension, prepareInsertion } from './insertion.ts';
export { keepRows } from './market-rows.ts';
export { readShown } from './shown-rows.ts';
export { updateRows } from './updates.ts';
export { settle } from './settle.ts';

import { scatter } from './random.ts';

/** What an id of the sandbox names. */
export type GuidKind =
  | 'loan'
  | 'auction'
  | 'loan-part'
  | 'listing'
  | 'bid'
  | 'report'
  | 'bought-from'
  | 'webhook';

// An odd factor and its inverse modulo 2^32: the first word of an id hides an index and gives it back.
const factor = 0x9e3779b1;
const inverse = 0x0e8b2f51;

/** The id of the thing with this index, lower case. Nothing is stored: ids and indexes follow from each other. */
export function createGuid(seed: number, kind: GuidKind, index: number): string {
  const first = (Math.imul(index + 1, factor) ^ scatter(seed, kind)) >>> 0;
  const second = scatter(seed, kind, index, 2);
  const third = scatter(seed, kind, index, 3);
  const fourth = scatter(seed, kind, index, 4);
  // Version 4, variant 1, as .NET makes them.
  return [
    hex(first),
    hex(second).slice(0, 4),
    `4${hex(second).slice(5)}`,
    `${'89ab'[third & 3] ?? '8'}${hex(third).slice(1, 4)}`,
    `${hex(third).slice(4)}${hex(fourth)}`,
  ].join('-');
}

/** The index behind an id, or undefined when it is none of this kind and seed. Case does not matter. */
export function findGuidIndex(seed: number, kind: GuidKind, guid: string): number | undefined {
  const first = Number.parseInt(guid.slice(0, 8), 16);
  if (Number.isNaN(first)) return undefined;
  const index = (Math.imul(first ^ scatter(seed, kind), inverse) >>> 0) - 1;
  return index >= 0 && createGuid(seed, kind, index) === guid.toLowerCase() ? index : undefined;
}

const words = Array.from({ length: 0x1_0000 }, (_, word) => word.toString(16).padStart(4, '0'));

/** Eight digits. Ids are made by the hundred thousand, so the digits are looked up. */
function hex(bits: number): string {
  return `${words[bits >>> 16] ?? ''}${words[bits & 0xffff] ?? ''}`;
}

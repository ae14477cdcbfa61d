import type { NumberPart } from './binding.ts';

/**
 * One number made of several, row by row: the first with the second, the result with the third, and so on.
 * A lone number is given with 0 beside it.
 */
export function bindFold(
  size: number,
  [first, ...others]: readonly NumberPart[],
  combine: (left: number, right: number) => number,
): NumberPart {
  const out = new Float64Array(size);
  const zeros = new Float64Array(size);
  const rights = others.length === 0 ? [() => zeros] : others;
  return (batch) => {
    let left = first?.(batch) ?? out;
    for (const other of rights) {
      const right = other(batch);
      for (let i = 0; i < batch.count; i++) out[i] = combine(left[i] as number, right[i] as number);
      left = out;
    }
    return out;
  };
}

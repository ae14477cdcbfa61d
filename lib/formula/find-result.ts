import { quantities, shareType, type ValueType } from './value-type.ts';

const plainNumber: ValueType = { kind: 'number' };

/** What kind comes out of a calculation with two values; undefined when they do not go together. */
export function findResult(operator: string, left: ValueType, right: ValueType): ValueType | undefined {
  const isSum = operator === '+' || operator === '-';
  if (isSum && left.kind === 'day') {
    if (right.kind === 'day') return operator === '-' ? { kind: 'count', unit: 'days' } : undefined;
    return isSpan(right) ? left : undefined;
  }
  if (!quantities.includes(left.kind) || !quantities.includes(right.kind)) return undefined;
  // 1 + discount: a share of the whole.
  if (isSum) return isShare(left, right) || isShare(right, left) ? plainNumber : shareType(left, right);
  if (left.kind === right.kind) {
    if (left.kind === 'number') return left.bare ? right : left;
    if (operator === '/' || left.kind === 'count') return plainNumber;
    return left.kind === 'rate' ? left : undefined;
  }
  if (operator === '/') return right.kind === 'money' ? undefined : left.bare ? plainNumber : left;
  return quantities.indexOf(left.kind) < quantities.indexOf(right.kind) ? left : right;
}

/** Whether a count can be added to a day. */
function isSpan({ unit }: ValueType): boolean {
  return unit === 'days' || unit === 'months';
}

function isShare(one: ValueType, other: ValueType): boolean {
  return one.bare === true && other.kind === 'rate';
}

import type { Concept } from './header-words.ts';
import type { NumberText } from './numbers.ts';
import type { PageIdentity } from './page-reading.ts';

/** What a percent without a sign means in a column: a discount, a mark-up, or nothing that can be told. */
export type SignConvention = 'discount' | 'markup' | null;

/** The signs that the percents of a column carry; zeros do not count. */
export interface SignCounts {
  minus: number;
  plus: number;
  unsigned: number;
}

/** Signs of which none was seen yet. */
export function createSignCounts(): SignCounts {
  return { minus: 0, plus: 0, unsigned: 0 };
}

/** Takes note of the sign of one percent. */
export function learnSign(counts: SignCounts, percent: NumberText): void {
  if (isZero(percent)) return;
  if (percent.sign === '-') counts.minus += 1;
  else if (percent.sign === '+') counts.plus += 1;
  else counts.unsigned += 1;
}

/** Whether a number is nought, however its separators are read. */
export function isZero({ shape }: NumberText): boolean {
  const digits =
    shape.kind === 'whole'
      ? shape.digits
      : shape.kind === 'fraction'
        ? shape.whole + shape.fraction
        : shape.left + shape.right;
  return /^0+$/.test(digits);
}

/**
 * What a percent without a sign means. A signed one tells by itself: `(-5%)` is a discount, `(+5%)` a mark-up.
 *
 * Generation A wrote mark-ups, discounts among them as negative ones, so an unsigned percent there is a mark-up. Of
 * generation B only unsigned percents were seen, in a user's script that calls 10, 15 and 20 better and better: so where no
 * percent is signed they are discounts. Where only minus signs occur the unsigned ones are the mark-ups; where only plus
 * signs occur the unsigned ones are the discounts; where both occur an unsigned one is neither. A header that speaks of
 * mark-ups alone settles it as well. A column "discount / mark-up" takes signed percents (negative is a discount) where one
 * sells, that is among the investments; on the market nobody has told. Of generation C nothing was seen: there only a sign,
 * a header or the sums themselves tell.
 */
export function findConvention(
  { minus, plus }: SignCounts,
  header: ReadonlySet<Concept> | null,
  { kind, generation }: PageIdentity,
): SignConvention {
  const namesMarkup = header?.has('markup') ?? false;
  const namesDiscount = header?.has('discount') ?? false;
  if (generation === 'A') return 'markup';
  if (minus > 0 && plus > 0) return null;
  if (minus > 0) return 'markup';
  if (plus > 0) return namesMarkup && !namesDiscount ? null : 'discount';
  if (!namesMarkup) return namesDiscount || generation !== 'C' ? 'discount' : null;
  return !namesDiscount || kind === 'investments' ? 'markup' : null;
}

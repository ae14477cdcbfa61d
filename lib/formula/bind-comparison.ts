import { unknown, wordCount, yes } from './batch.ts';
import type { Binding, TruthPart } from './binding.ts';
import { isWordKind, type Checked } from './checked.ts';
import { foldConstant } from './fold-constant.ts';
import { equal, equalTo, invert, less, lessThan, moreThan } from './loops.ts';
import type { CompareOperator } from './syntax.ts';

type Comparison = Extract<Checked, { node: 'compare' }>;

/** What an operator becomes when its sides change places. */
const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** Operators that are the opposite of another: worked out as that one, and inverted. */
const opposites: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = {
  '!=': '=',
  '<=': '>',
  '>=': '<',
};

/** Joins a comparison to its columns. */
export function bindComparison(binding: Binding, node: Comparison): TruthPart {
  const { operator } = node;
  const left = foldConstant(binding, node.left);
  const right = foldConstant(binding, node.right);
  const opposite = opposites[operator];
  if (opposite !== undefined) {
    const part = binding.truth({ ...node, operator: opposite });
    return (batch, out) => {
      part(batch, out);
      invert(out.words, wordCount(batch.count));
    };
  }
  if (isWordKind(left)) return bindWordEquality(binding, left, right);
  if (left.node === 'constant' && right.node !== 'constant') {
    return binding.truth({ ...node, left: right, right: left, operator: mirrored[operator] });
  }
  const a = binding.numbers(left);
  if (right.node === 'constant') {
    const constant = Number(right.value);
    const loop = operator === '=' ? equalTo : operator === '<' ? lessThan : moreThan;
    return (batch, { bytes }) => loop(a(batch), constant, bytes, batch.count);
  }
  const b = binding.numbers(right);
  if (operator === '=') return (batch, { bytes }) => equal(a(batch), b(batch), bytes, batch.count);
  return operator === '<'
    ? (batch, { bytes }) => less(a(batch), b(batch), bytes, batch.count)
    : (batch, { bytes }) => less(b(batch), a(batch), bytes, batch.count);
}

/** Texts are equal whatever their case. */
function bindWordEquality(binding: Binding, left: Checked, right: Checked): TruthPart {
  const a = binding.words(left);
  const b = binding.words(right);
  return (batch, { bytes }) => {
    const lefts = a(batch);
    const rights = b(batch);
    for (let i = 0; i < batch.count; i++) {
      const x = lefts[i];
      const y = rights[i];
      if (typeof x !== 'string' || typeof y !== 'string') bytes[i] = unknown;
      else bytes[i] = x.toLowerCase() === y.toLowerCase() ? yes : 0;
    }
  };
}

import type { Binding } from './binding.ts';
import { isWordKind, type Checked } from './checked.ts';

/** A number that no field has a part in, such as `today - 30 days`, as a constant; any other node as it is. */
export function foldConstant(binding: Binding, node: Checked): Checked {
  if (node.fields.length > 0 || node.node === 'constant' || isWordKind(node) || node.type.kind === 'truth')
    return node;
  const { start, end, type, fields } = node;
  const none = new Float64Array([Number.NaN]);
  const one = binding.over({ rows: 1, today: binding.source.today, column: () => ({ numbers: none }) });
  // Worked out from its parts, each of which may be folded in turn.
  const value =
    one.source.rows === binding.source.rows
      ? undefined
      : one.numbers(node)({ first: 0, count: 1, picked: null })[0];
  return value === undefined ? node : { node: 'constant', value, start, end, type, fields };
}

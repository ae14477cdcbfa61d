import { unknown, yes } from './batch.ts';
import type { Binding, TruthPart } from './binding.ts';
import type { Checked } from './checked.ts';

/** Joins `contains`, `starts with`, `ends with` to their columns. Case does not matter; tags are compared whole. */
export function bindTextTest(
  binding: Binding,
  { name, args }: Extract<Checked, { node: 'call' }>,
): TruthPart {
  const [whole, piece] = args.map((arg) => binding.words(arg));
  return (batch, { bytes }) => {
    const wholes = whole?.(batch) ?? [];
    const pieces = piece?.(batch) ?? [];
    for (let i = 0; i < batch.count; i++) {
      const text = wholes[i] ?? null;
      const part = pieces[i];
      if (text === null || typeof part !== 'string') bytes[i] = unknown;
      else bytes[i] = test(name, text, part.toLowerCase()) ? yes : 0;
    }
  };
}

function test(name: string, whole: string | readonly string[], piece: string): boolean {
  if (typeof whole !== 'string') return whole.some((tag) => tag.toLowerCase() === piece);
  const text = whole.toLowerCase();
  if (name === 'startsWith') return text.startsWith(piece);
  return name === 'endsWith' ? text.endsWith(piece) : text.includes(piece);
}

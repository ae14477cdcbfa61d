/** One line of two texts laid side by side. */
export interface ComparedLine {
  in: 'both' | 'before' | 'after';
  line: string;
}

/** More lines than this are not matched one by one: the work grows with their product. */
const mostLines = 400;

/**
 * What became of a text, line by line: what stands in both, what stands in one only; in an order that can be read. Texts of
 * very many lines are compared as wholes between their equal beginning and end.
 */
export function compareLines(before: string, after: string): ComparedLine[] {
  const [old, now] = [splitLines(before), splitLines(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  const both = (line: string): ComparedLine => ({ in: 'both', line });
  return [
    ...old.slice(0, start).map(both),
    ...compareMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map(both),
  ];
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\r|\n/);
}

function compareMiddle(old: readonly string[], now: readonly string[]): ComparedLine[] {
  const width = now.length + 1;
  const isLong = old.length > mostLines || now.length > mostLines;
  // For each pair of ends, how many lines are common from there on.
  const common = new Uint16Array(isLong ? 0 : (old.length + 1) * width);
  if (!isLong)
    for (let i = old.length - 1; i >= 0; i--)
      for (let k = now.length - 1; k >= 0; k--)
        common[i * width + k] =
          old[i] === now[k]
            ? at(common, (i + 1) * width + k + 1) + 1
            : Math.max(at(common, (i + 1) * width + k), at(common, i * width + k + 1));
  const lines: ComparedLine[] = [];
  let [i, k] = [0, 0];
  while (i < old.length || k < now.length) {
    const [gone, come] = [old[i], now[k]];
    if (!isLong && gone !== undefined && gone === come) {
      lines.push({ in: 'both', line: gone });
      i += 1;
      k += 1;
    } else if (
      gone !== undefined &&
      (come === undefined || at(common, (i + 1) * width + k) >= at(common, i * width + k + 1))
    ) {
      lines.push({ in: 'before', line: gone });
      i += 1;
    } else if (come !== undefined) {
      lines.push({ in: 'after', line: come });
      k += 1;
    }
  }
  return lines;
}

function at(numbers: Uint16Array, index: number): number {
  return numbers[index] ?? 0;
}

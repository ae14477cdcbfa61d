/**
 * The candidate that a mistyped text most likely means: the one that shares the most pairs of neighbouring letters with it
 * (Dice's measure), if that is half of them or more. Texts are compared whatever their case.
 */
export function suggest(text: string, candidates: Iterable<string>): string | undefined {
  const letters = pad(text);
  let best: string | undefined;
  let bestShare = 0.5;
  for (const candidate of candidates) {
    const other = pad(candidate);
    let shared = 0;
    for (let i = 1; i < letters.length; i++) if (other.includes(letters.slice(i - 1, i + 1))) shared++;
    const share = (2 * shared) / (letters.length + other.length - 2);
    if (share > bestShare) [best, bestShare] = [candidate, share];
  }
  return best;
}

/** With a blank at both ends, so that the first and the last letter make pairs too. */
function pad(text: string): string {
  return ` ${text.toLowerCase()} `;
}

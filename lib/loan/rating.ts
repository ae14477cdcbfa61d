/** Bondora's ratings, from the lowest risk to the highest. */
export const ratings = ['AA', 'A', 'B', 'C', 'D', 'E', 'F', 'HR'] as const;

export type Rating = (typeof ratings)[number];

/** Whether a text is one of Bondora's ratings, spelled exactly. */
export function isRating(text: string): text is Rating {
  return (ratings as readonly string[]).includes(text);
}

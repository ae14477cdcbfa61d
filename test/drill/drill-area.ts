/** A long random run that ends with one line of figures. */
export interface DrillArea {
  area: string;
  /** `steps` left out is the drill's own full length; the same seed repeats the same run. */
  run: (options: { steps?: number; seed?: number }) => Promise<{ line: string; held: boolean }>;
}

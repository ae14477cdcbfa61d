/** What is wrong with a formula, and where: offsets into its text, end exclusive. */
export interface FormulaError {
  /** A sentence for a person. */
  message: string;
  start: number;
  end: number;
  /** A text that could stand between start and end instead. */
  suggestion?: string;
}

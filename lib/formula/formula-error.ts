/** What is wrong with a formula, and where: offsets into its text, end exclusive. */
export interface FormulaError {
  /** A sentence for a person. */
  message: string;
  start: number;
  end: number;
  /** A text that could stand between start and end instead. */
  suggestion?: string | undefined;
}

/** An error that covers what is given. */
export function createFormulaError(
  message: string,
  { start, end }: { start: number; end: number },
  suggestion?: string,
): FormulaError {
  return { message, start, end, suggestion };
}

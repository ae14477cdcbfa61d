/** What a function takes: the fewest and the most arguments. Their kinds are settled in `check-call.ts`. */
export const functions = {
  min: [2, 10],
  max: [2, 10],
  abs: [1, 1],
  round: [1, 2],
  floor: [1, 1],
  ceil: [1, 1],
  if: [3, 3],
  coalesce: [2, 10],
  year: [1, 1],
  month: [1, 1],
  contains: [2, 2],
  startsWith: [2, 2],
  endsWith: [2, 2],
  length: [1, 1],
  today: [0, 0],
} as const satisfies Record<string, readonly [number, number]>;

export type FunctionName = keyof typeof functions;

export const functionNames = Object.keys(functions) as readonly FunctionName[];

const byKey = new Map(functionNames.map((name) => [name.toLowerCase(), name]));

/** The function of a name, whatever its case. */
export function findFunction(name: string): FunctionName | undefined {
  return byKey.get(name.toLowerCase());
}

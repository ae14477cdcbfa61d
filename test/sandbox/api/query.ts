/** A query as the API reads it: names without regard to case and to a `request.` before them. */
export interface Query {
  find(name: string): string | undefined;
  /** All values of a name that is repeated. Empty values are left out. */
  list(name: string): string[];
  findNumber(name: string): number | undefined;
  findTruth(name: string): boolean | undefined;
}

/** Reads the pairs of a query. `prefix` is what may stand before each name. */
export function parseQuery(pairs: Iterable<readonly [string, string]>, prefix = 'request.'): Query {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const lower = name.toLowerCase();
    const key = lower.startsWith(prefix.toLowerCase()) ? lower.slice(prefix.length) : lower;
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  const list = (name: string): string[] =>
    (values.get(name.toLowerCase()) ?? []).map((value) => value.trim()).filter((value) => value !== '');
  return {
    find: (name) => list(name)[0],
    list,
    findNumber(name) {
      const text = list(name)[0];
      const number = text === undefined ? Number.NaN : Number(text);
      return Number.isFinite(number) ? number : undefined;
    },
    findTruth(name) {
      const text = list(name)[0]?.toLowerCase();
      return text === 'true' ? true : text === 'false' ? false : undefined;
    },
  };
}

/** The page asked for, within what the endpoint allows. Pages count from 1. */
export function readPaging(
  query: Query,
  largest: number,
  usual = 10_000,
): { pageSize: number; pageNr: number } {
  const clamp = (value: number | undefined, otherwise: number, max: number): number =>
    value === undefined || value < 1 ? otherwise : Math.min(max, Math.floor(value));
  return {
    pageSize: clamp(query.findNumber('PageSize'), Math.min(usual, largest), largest),
    pageNr: clamp(query.findNumber('PageNr'), 1, Number.MAX_SAFE_INTEGER),
  };
}

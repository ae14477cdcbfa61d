/** One problem of a call, as the envelope carries it. */
export interface ApiProblem {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 415 | 429 | 500;
  message: string;
  details?: string | null;
  headers?: Record<string, string>;
}

/** `{Payload, Success, Errors}`. */
export function answer(payload: unknown, status = 200): Response {
  return writeJson({ Payload: payload, Success: true, Errors: null }, status);
}

/** `{Success, Errors}`: a command was taken over. */
export function answerTaken(): Response {
  return writeJson({ Success: true, Errors: null }, 202);
}

/** `{PageSize, PageNr, TotalCount, Count, Payload, Success, Errors}` with the page of `items` that was asked for. */
export function answerPage<Item>(
  items: readonly Item[],
  paging: { pageSize: number; pageNr: number },
  write: (item: Item) => unknown,
): Response {
  const from = (paging.pageNr - 1) * paging.pageSize;
  const page = items.slice(from, from + paging.pageSize);
  return writeJson({
    PageSize: paging.pageSize,
    PageNr: paging.pageNr,
    TotalCount: items.length,
    Count: page.length,
    Payload: page.map((item) => write(item)),
    Success: true,
    Errors: null,
  });
}

/** The envelope of a failure. Paging numbers are missing, whatever the schema says. */
export function answerProblem(problem: ApiProblem): Response {
  const { status, message, details = null, headers } = problem;
  return writeJson(
    { Success: false, Errors: [{ Code: status, Message: message, Details: details }] },
    status,
    headers,
  );
}

export const notFound = (id: string): Response =>
  answerProblem({ status: 404, message: 'Not found', details: id });

/** JSON, indented as the site's .NET does it. */
export function writeJson(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body, null, 2);
  return new Response(text, {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
      'cache-control': 'no-cache',
      ...headers,
    },
  });
}

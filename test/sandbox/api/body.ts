import type { Context } from 'hono';
import type { SandboxEnv } from './endpoints.ts';
import { answerProblem } from './envelope.ts';

/** The body of a request as an object, or the answer that says what is wrong with it. */
export async function readBody(http: Context<SandboxEnv>): Promise<Record<string, unknown> | Response> {
  const type = http.req.header('content-type') ?? '';
  const text = await readText(http);
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return parseForm(new URLSearchParams(text));
  if (!/^(application|text)\/json\b/i.test(type)) {
    return answerProblem({
      status: 415,
      message: "The request entity's media type is not supported for this resource.",
    });
  }
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      return body as Record<string, unknown>;
    }
  } catch {
    // Falls through: what is not JSON is as bad as what is no object.
  }
  return answerProblem({ status: 400, message: 'The request is invalid.' });
}

/** Bodies of GET requests are read past the Request, which must not have one. */
async function readText(http: Context<SandboxEnv>): Promise<string> {
  if (http.req.method !== 'GET') return http.req.text();
  const chunks: Buffer[] = [];
  for await (const chunk of http.env.incoming) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/** `Bids[0][Amount]=5` and `ItemIds[0]=…` as ASP.NET reads them; repeated names make lists too. */
function parseForm(form: URLSearchParams): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const [top = '', ...rest] = name.split(/[[\].]+/).filter((word) => word !== '');
    const index = Number(rest[0]);
    const field = rest[1];
    if (rest[0] === undefined) {
      body[top] = top in body ? [body[top], value].flat() : value;
      continue;
    }
    const list = (body[top] ??= []) as unknown[];
    if (!Number.isInteger(index) || index > 2000) continue;
    if (field === undefined) list[index] = value;
    else {
      const item = (list[index] ??= {}) as Record<string, unknown>;
      item[field] = value;
    }
  }
  return body;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a value is the text of an id. */
export function isGuid(value: unknown): value is string {
  return typeof value === 'string' && guid.test(value);
}

/** The ids of a batch, or the answer that says why they cannot be taken. */
export function readItemIds(body: Record<string, unknown>, most: number): string[] | Response {
  const ids: unknown = body['ItemIds'];
  const list = Array.isArray(ids) ? ids : typeof ids === 'string' ? [ids] : [];
  if (list.length === 0) return answerProblem({ status: 400, message: 'No items given' });
  if (list.length > most) return answerProblem({ status: 400, message: 'Too many items' });
  return list.every(isGuid)
    ? list
    : answerProblem({ status: 400, message: 'The request is invalid.', details: 'ItemIds' });
}

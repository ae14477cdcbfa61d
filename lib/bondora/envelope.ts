import * as v from 'valibot';

const apiError = v.object({
  Code: v.fallback(v.nullable(v.number()), null),
  Message: v.fallback(v.nullable(v.string()), null),
  Details: v.fallback(v.nullable(v.string()), null),
});

/** One of the envelope's errors; texts and numbers of the wrong kind read as null. */
export type ApiError = v.InferOutput<typeof apiError>;

const envelopeSchema = v.object({
  Success: v.boolean(),
  Errors: v.fallback(v.nullable(v.array(apiError)), null),
  Payload: v.optional(v.unknown()),
  PageSize: v.optional(v.unknown()),
  PageNr: v.optional(v.unknown()),
  TotalCount: v.optional(v.unknown()),
  Count: v.optional(v.unknown()),
});

/** What every answer of the API is wrapped in. */
export interface Envelope {
  success: boolean;
  errors: ApiError[];
  payload: unknown;
  pageSize: number | null;
  pageNr: number | null;
  totalCount: number | null;
  count: number | null;
}

/** The envelope of an answer; undefined when the value is none. */
export function readEnvelope(json: unknown): Envelope | undefined {
  const parsed = v.safeParse(envelopeSchema, json);
  if (!parsed.success) return undefined;
  const { Success, Errors, Payload, PageSize, PageNr, TotalCount, Count } = parsed.output;
  return {
    success: Success,
    errors: Errors ?? [],
    payload: Payload,
    pageSize: readCount(PageSize),
    pageNr: readCount(PageNr),
    totalCount: readCount(TotalCount),
    count: readCount(Count),
  };
}

/** The envelope in a text; undefined when the text is no JSON or no envelope. */
export function parseEnvelope(text: string): Envelope | undefined {
  const json = parseJson(text);
  return json === undefined ? undefined : readEnvelope(json);
}

/** The value of a JSON text; undefined when it is none. The parser's own error may quote the text, so it is not kept. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readCount(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

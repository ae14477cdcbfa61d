import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A schema of the description, as far as tests look into it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  enum?: (string | number)[];
  const?: string;
  'x-unit'?: string;
  'x-labels'?: Record<string, string>;
}

export interface DescribedParameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface DescribedOperation {
  operationId: string;
  method: 'GET' | 'POST';
  path: string;
  scope: string | null;
  limit: { limit: number | null; window: string | null };
  parameters: DescribedParameter[];
  /** Schema of the JSON body. */
  body: Schema | undefined;
  /** Schema of the answer that says yes, and its status. */
  answer: { status: number; schema: Schema | undefined };
}

interface RawOperation {
  operationId: string;
  'x-required-scope'?: string | null;
  'x-rate-limit'?: { limit: number | null; window: string | null };
  parameters?: DescribedParameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** The description of Bondora's API as it stands beside this file. */
export const description = parse(readFileSync(new URL('openapi.yaml', import.meta.url), 'utf8'), {
  maxAliasCount: -1,
}) as {
  paths: Record<string, Partial<Record<'get' | 'post', RawOperation>>>;
  components: { schemas: Record<string, Schema> };
};

/** All operations, in the order of the description. */
export const describedOperations: DescribedOperation[] = Object.entries(description.paths).flatMap(
  ([path, verbs]) =>
    (['get', 'post'] as const).flatMap((verb) => {
      const raw = verbs[verb];
      if (raw === undefined) return [];
      const status = raw.responses['202'] === undefined ? 200 : 202;
      return [
        {
          operationId: raw.operationId,
          method: verb === 'get' ? 'GET' : 'POST',
          path,
          scope: raw['x-required-scope'] ?? null,
          limit: raw['x-rate-limit'] ?? { limit: null, window: null },
          parameters: raw.parameters ?? [],
          body: raw.requestBody?.content['application/json']?.schema,
          answer: { status, schema: raw.responses[status]?.content?.['application/json']?.schema },
        },
      ];
    }),
);

/** The operation of that name. */
export function getOperation(operationId: string): DescribedOperation {
  const found = describedOperations.find((operation) => operation.operationId === operationId);
  if (found === undefined) throw new RangeError(`The description has no ${operationId}.`);
  return found;
}

/** A schema with its reference followed, its null alternative and its parts put together. */
export function resolveSchema(schema: Schema): Schema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return resolveSchema(description.components.schemas[name] ?? {});
  }
  if (schema.anyOf !== undefined) {
    const real = schema.anyOf.filter((one) => one.type !== 'null');
    return real.length === 1 ? { ...schema, ...resolveSchema(real[0] ?? {}) } : schema;
  }
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map(resolveSchema);
    return {
      type: 'object',
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, Schema>,
    };
  }
  return schema;
}

/** The one type of a schema besides null. */
export function typeOf(schema: Schema): string | undefined {
  return [schema.type].flat().find((type) => type !== 'null');
}

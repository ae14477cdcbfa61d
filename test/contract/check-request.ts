import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  description,
  describedOperations,
  resolveSchema,
  typeOf,
  type DescribedOperation,
  type Schema,
} from './api-description.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ ...description, $id: 'api' });

/** The operation that a request is for; undefined when the description has none. */
export function findOperation(method: string, path: string): DescribedOperation | undefined {
  const matching = describedOperations.filter(
    (operation) => operation.method === method && toPattern(operation.path).test(path),
  );
  return matching.find((operation) => !operation.path.includes('{')) ?? matching[0];
}

/** What of a request the description does not allow, in words. */
export function listRequestFaults(
  operation: DescribedOperation,
  { url, headers, body }: { url: URL; headers: Headers; body: string | undefined },
): string[] {
  const { operationId, parameters, body: bodySchema } = operation;
  const faults: string[] = [];
  for (const [name, value] of url.searchParams) {
    const parameter = parameters.find((one) => one.in === 'query' && one.name === name);
    if (parameter === undefined) faults.push(`${operationId} has no parameter ${name}`);
    else if (!isAllowed(value, parameter.schema)) faults.push(`${operationId}: ${name}=${value}`);
  }
  const isToken = operationId === 'requestAccessToken';
  if (!isToken && !/^Bearer \S+$/.test(headers.get('authorization') ?? '')) {
    faults.push(`${operationId}: no token`);
  }
  if (headers.has('cookie')) faults.push(`${operationId}: cookies`);
  if (bodySchema === undefined) return faults;
  const type = headers.get('content-type') ?? '';
  const sent: unknown = /json/.test(type)
    ? JSON.parse(body ?? 'null')
    : Object.fromEntries(new URLSearchParams(body));
  const validate = ajv.compile(JSON.parse(JSON.stringify(bodySchema).replaceAll('"#/', '"api#/')) as object);
  if (!validate(sent)) faults.push(`${operationId}: ${ajv.errorsText(validate.errors)}`);
  return faults;
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')}$`);
}

function isAllowed(text: string, described: Schema): boolean {
  const schema = resolveSchema(described);
  if (schema.items !== undefined) return isAllowed(text, schema.items);
  if (schema.format === 'dotnet-date-time') {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)?$/.test(text);
  }
  if (schema.enum !== undefined) return schema.enum.map(String).includes(text);
  switch (typeOf(schema)) {
    case 'integer':
      return /^-?\d+$/.test(text);
    case 'number':
      return text !== '' && Number.isFinite(Number(text));
    case 'boolean':
      return text === 'true' || text === 'false';
    default:
      return text !== '';
  }
}

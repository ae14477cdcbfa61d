import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { description, getOperation, type Schema } from '#test/contract/api-description.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
ajv.addFormat('dotnet-date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})?$/);
ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
ajv.addFormat('int32', {
  type: 'number',
  validate: (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
});
ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
ajv.addFormat('uri', true);
ajv.addSchema({ ...description, $id: 'api' });

interface RawAnswer {
  $ref?: string;
  content?: Record<string, { schema: Schema }>;
}

/** Expects that an answer is one that the description of the API allows for the operation and the status. */
export function checkAnswer(operationId: string, status: number, body: unknown): void {
  const schema = findAnswerSchema(operationId, status);
  const validate = ajv.compile(qualify(schema) as object);
  validate(body);
  expect(validate.errors ?? [], `${operationId}, ${status}: ${JSON.stringify(body)?.slice(0, 400)}`).toEqual(
    [],
  );
}

/** Expects that an object has exactly the fields that the description gives its kind. */
export function checkFields(schemaName: string, item: unknown): void {
  expect(Object.keys(item as object).toSorted(), schemaName).toEqual(listFields(schemaName).toSorted());
}

function listFields(schemaName: string): string[] {
  const schema = description.components.schemas[schemaName];
  if (!schema) throw new RangeError(`The description has no ${schemaName}.`);
  const own = Object.keys(schema.properties ?? {});
  const parts = (schema.allOf ?? []).flatMap((part) =>
    part.$ref === undefined
      ? Object.keys(part.properties ?? {})
      : listFields(part.$ref.split('/').at(-1) ?? ''),
  );
  return [...own, ...parts];
}

function findAnswerSchema(operationId: string, status: number): Schema {
  const { path, method } = getOperation(operationId);
  const raw = description.paths[path]?.[method === 'GET' ? 'get' : 'post'];
  const answer: RawAnswer | undefined = raw?.responses[status];
  if (!answer) throw new RangeError(`${operationId} never answers ${status}, the description says.`);
  const { responses } = description.components as unknown as { responses: Record<string, RawAnswer> };
  const resolved = answer.$ref === undefined ? answer : responses[answer.$ref.split('/').at(-1) ?? ''];
  return resolved?.content?.['application/json']?.schema ?? {};
}

/** References of the description made to point into it from outside. */
function qualify(schema: Schema): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components'));
}

import { parseFormula } from '#lib/formula/parse.ts';
import { printFormula } from '#lib/formula/print.ts';
import type { CallName } from '#lib/formula/functions.ts';
import type { Expression, ExpressionNode } from '#lib/formula/syntax.ts';
import { getField, type FieldId } from '#lib/loan/fields.ts';
import type { BuilderModel, BuilderPart, BuilderTest, BuilderValue } from './builder-model.ts';

/**
 * The formula that says what the builder shows. Groups without parts are left out; without any part the formula is empty,
 * which says nothing of any row. Numbers must be finite. Whether values fit their fields is the checker's business.
 */
export function toFormula(model: BuilderModel): string {
  const expression = writePart(model);
  return expression === undefined ? '' : printFormula(expression);
}

function writePart(part: BuilderPart): Expression | undefined {
  if ('test' in part) return writeRow(part.field, part.test);
  const parts = part.parts.map(writePart).filter((one) => one !== undefined);
  const [first] = parts;
  if (first === undefined) return undefined;
  const joined = parts.length === 1 ? first : call(part.group === 'all' ? 'and' : 'or', parts);
  return part.group === 'none' ? call('not', [joined]) : joined;
}

const textCalls = { contains: 'contains', 'starts with': 'startsWith', 'ends with': 'endsWith' } as const;

function writeRow(field: FieldId, test: BuilderTest): Expression {
  const of = make({ node: 'field', id: field });
  const not = (test_: BuilderTest): Expression => call('not', [writeRow(field, test_)]);
  switch (test.compare) {
    case 'yes':
      return of;
    case 'no':
      return call('not', [of]);
    case 'known':
      return call('known', [of]);
    case 'unknown':
      return not({ compare: 'known' });
    case 'in':
      return call('in', [of, ...test.values.map((value) => writeValue(field, value))]);
    case 'not in':
      return not({ ...test, compare: 'in' });
    case 'between':
      return call('between', [of, writeValue(field, test.low), writeValue(field, test.high)]);
    case 'not between':
      return not({ ...test, compare: 'between' });
    case 'contains':
    case 'starts with':
    case 'ends with':
      return call(textCalls[test.compare], [of, writeValue(field, test.value)]);
    case 'not contains':
      return not({ ...test, compare: 'contains' });
    case 'not starts with':
      return not({ ...test, compare: 'starts with' });
    case 'not ends with':
      return not({ ...test, compare: 'ends with' });
    default:
      return call(test.compare, [of, writeValue(field, test.value)]);
  }
}

function writeValue(field: FieldId, value: BuilderValue): Expression {
  switch (value.value) {
    case 'number':
      return make({ node: 'number', value: value.number, unit: value.unit });
    case 'day':
      return make({ node: 'day', value: value.day });
    case 'today': {
      const today = call('today', []);
      if (value.plus === 0) return today;
      const span = make({ node: 'number', value: Math.abs(value.plus), unit: value.unit });
      return call(value.plus > 0 ? '+' : '-', [today, span]);
    }
    case 'word':
      return make(writeWord(field, value.word));
  }
}

/** Words of a list stand as they are, unless that would mean something else; texts are quoted. */
function writeWord(field: FieldId, word: string): ExpressionNode {
  const quoted: ExpressionNode = { node: 'text', value: word };
  if (['text', 'id', 'tags'].includes(getField(field).kind)) return quoted;
  const parsed = parseFormula(word);
  const plain = 'expression' in parsed ? parsed.expression : quoted;
  return plain.node === 'word' && plain.text === word ? { node: 'word', text: word } : quoted;
}

function call(name: CallName, args: readonly Expression[]): Expression {
  return make({ node: 'call', name, args });
}

/** What is written anew stands nowhere yet. */
function make(node: ExpressionNode): Expression {
  return { ...node, start: 0, end: 0 };
}

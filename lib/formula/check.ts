import { getField } from '#lib/loan/fields.ts';
import type { Checked, CheckedFormula, Constant } from './checked.ts';
import { checkArithmetic } from './check-arithmetic.ts';
import { checkCall } from './check-call.ts';
import { fail, quote, type Checking } from './checking.ts';
import { checkTogether, joinFields } from './check-together.ts';
import type { FormulaError } from './formula-error.ts';
import { catalogueNames, type Names } from './names.ts';
import { parseFormula } from './parse.ts';
import { listWords, resolveWord } from './resolve-word.ts';
import { suggest } from './suggest.ts';
import type { Expression, LiteralUnit } from './syntax.ts';
import { describeType, isOrdered, isQuantity, type ValueType } from './value-type.ts';

export type CheckResult = { ok: CheckedFormula } | { errors: readonly FormulaError[] };

/**
 * Reads a formula and checks it against the field catalogue: every name known, every kind and unit in its place.
 * Never throws; with several faults returns several errors, at most `formulaLimits.errors`.
 */
export function checkFormula(text: string, names: Names = catalogueNames()): CheckResult {
  return checkInside(text, names, [], { count: 0 });
}

/** Like `checkFormula`, for a formula that must say yes or no of a row. */
export function checkFilter(text: string, names: Names = catalogueNames()): CheckResult {
  const result = checkFormula(text, names);
  if ('errors' in result || result.ok.root.type.kind === 'truth') return result;
  const { start, end, type } = result.ok.root;
  return { errors: [{ message: `A filter says yes or no, but this is ${describeType(type)}.`, start, end }] };
}

function checkInside(
  text: string,
  names: Names,
  inside: readonly string[],
  visits: { count: number },
): CheckResult {
  const parsed = parseFormula(text, names);
  if ('errors' in parsed) return parsed;
  const { expression } = parsed;
  const checking: Checking = {
    text,
    names,
    errors: [],
    inside,
    visits,
    check: (part, beside) => checkNode(checking, part, beside),
  };
  const root = checkNode(checking, expression);
  return root === undefined ? { errors: checking.errors } : { ok: { text, expression, root } };
}

const truth: ValueType = { kind: 'truth' };

function checkNode(checking: Checking, expression: Expression, beside?: ValueType): Checked | undefined {
  const { start, end } = expression;
  const constant = (value: Constant, type: ValueType): Checked => ({
    node: 'constant',
    value,
    type,
    fields: [],
    start,
    end,
  });
  switch (expression.node) {
    case 'number': {
      const [value, type] = readLiteral(expression.value, expression.unit);
      return constant(value, type);
    }
    case 'day':
      return constant(expression.value, { kind: 'day' });
    case 'text': {
      if (beside === undefined) return constant(expression.value, { kind: 'text' });
      const value = resolveWord(expression.value, beside);
      return value === undefined ? constant(expression.value, { kind: 'text' }) : constant(value, beside);
    }
    case 'word':
      return checkWord(checking, expression, beside);
    case 'field': {
      const { id } = expression;
      const { kind, unit, labels } = getField(id);
      const type: ValueType = {
        kind,
        ...(unit === undefined ? {} : { unit }),
        ...(labels === undefined ? {} : { labels }),
      };
      return { node: 'field', id, type, fields: [id], start, end };
    }
    case 'own':
      return checkOwn(checking, expression);
    case 'negate': {
      const of = checkNode(checking, expression.of);
      if (of === undefined) return undefined;
      if (isQuantity(of.type)) return { node: 'negate', of, type: of.type, fields: of.fields, start, end };
      return fail(
        checking,
        expression,
        `${quote(checking, of)} is ${describeType(of.type)} and has no negative.`,
      );
    }
    case 'not': {
      const [of] = checkConditions(checking, [expression.of]) ?? [];
      return of && { node: 'not', of, type: truth, fields: of.fields, start, end };
    }
    case 'all':
    case 'any': {
      const parts = checkConditions(checking, expression.parts);
      return parts && { node: expression.node, parts, type: truth, fields: joinFields(parts), start, end };
    }
    case 'known': {
      const of = checkNode(checking, expression.of);
      return of && { node: 'known', of, type: truth, fields: of.fields, start, end };
    }
    case 'arithmetic':
      return checkArithmetic(checking, expression);
    case 'compare':
      return checkCompare(checking, expression);
    case 'among':
      return checkAmong(checking, expression);
    case 'between': {
      const together = checkTogether(checking, [expression.value, expression.low, expression.high]);
      const [value, low, high] = together?.parts ?? [];
      if (!together || !value || !low || !high) return undefined;
      if (!isOrdered(together.type)) return fail(checking, expression, refuseOrder(together.type));
      return {
        node: 'between',
        value,
        low,
        high,
        type: truth,
        fields: joinFields([value, low, high]),
        start,
        end,
      };
    }
    case 'call':
      return checkCall(checking, expression, beside);
  }
}

/** A percent is divided by a hundred, exactly as the readers of Bondora's pages and API do it, so that equal percents are equal. */
function readLiteral(value: number, unit: LiteralUnit | null): [value: number, type: ValueType] {
  switch (unit) {
    case null:
      return [value, { kind: 'number', bare: true }];
    case 'percent':
      return [value / 100, { kind: 'rate' }];
    case 'euros':
      return [value, { kind: 'money' }];
    case 'weeks':
      return [value * 7, { kind: 'count', unit: 'days' }];
    default:
      return [value, { kind: 'count', unit }];
  }
}

function checkWord(
  checking: Checking,
  word: Extract<Expression, { node: 'word' }>,
  beside: ValueType | undefined,
): Checked | undefined {
  const { text, start, end } = word;
  const type = beside ?? (/^(true|false)$/i.test(text) ? truth : undefined);
  const value = type === undefined ? undefined : resolveWord(text, type);
  if (type !== undefined && value !== undefined)
    return { node: 'constant', value, type, fields: [], start, end };
  const words = beside === undefined ? [] : listWords(beside);
  const suggestion =
    checking.errors.length < 3 ? suggest(text, [...words, ...checking.names.entries.keys()]) : undefined;
  const meant = suggestion === undefined ? '' : ` Did you mean “${suggestion}”?`;
  const expected = words.length === 0 ? '' : ` It should be one of ${words.join(', ')}.`;
  return fail(checking, word, `“${text}” is not known here.${meant || expected}`, suggestion);
}

function checkOwn(checking: Checking, own: Extract<Expression, { node: 'own' }>): Checked | undefined {
  const { name, start, end } = own;
  const text = checking.names.formulas.get(name) ?? '';
  if (checking.inside.includes(name)) return fail(checking, own, `Your formula “${name}” uses itself.`);
  if (++checking.visits.count > 30) return fail(checking, own, 'Your formulas use one another too often.');
  const result = checkInside(text, checking.names, [...checking.inside, name], checking.visits);
  if ('ok' in result) {
    const of = result.ok.root;
    return { node: 'own', name, of, type: of.type, fields: of.fields, start, end };
  }
  return fail(checking, own, `Your formula “${name}” has a fault: ${result.errors[0]?.message ?? ''}`);
}

/** Checks parts that must be conditions. */
function checkConditions(checking: Checking, expressions: readonly Expression[]): Checked[] | undefined {
  const parts = expressions.map((expression) => {
    const part = checkNode(checking, expression, truth);
    if (part === undefined || part.type.kind === 'truth') return part;
    const written = quote(checking, part);
    return fail(
      checking,
      part,
      `${written} is ${describeType(part.type)}, not a condition: compare it with something.`,
    );
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function checkCompare(
  checking: Checking,
  expression: Extract<Expression, { node: 'compare' }>,
): Checked | undefined {
  const { operator, start, end } = expression;
  const together = checkTogether(checking, [expression.left, expression.right]);
  const [left, right] = together?.parts ?? [];
  if (!together || !left || !right) return undefined;
  if (together.type.kind === 'tags') return fail(checking, expression, 'Tags are asked with “contains”.');
  const equality = operator === '=' || operator === '!=';
  if (!equality && !isOrdered(together.type)) return fail(checking, expression, refuseOrder(together.type));
  return {
    node: 'compare',
    operator,
    left,
    right,
    type: truth,
    fields: joinFields([left, right]),
    start,
    end,
  };
}

function refuseOrder(type: ValueType): string {
  return `This is ${describeType(type)}, which has no larger or smaller: use =, != or “in”.`;
}

function checkAmong(
  checking: Checking,
  expression: Extract<Expression, { node: 'among' }>,
): Checked | undefined {
  const { start, end } = expression;
  const variable = expression.list.find(
    ({ node }) => !['number', 'day', 'text', 'word', 'field'].includes(node),
  );
  if (variable !== undefined) return fail(checking, variable, 'A list holds fixed values only.');
  const together = checkTogether(checking, [expression.value, ...expression.list]);
  const [value, ...entries] = together?.parts ?? [];
  if (!together || !value) return undefined;
  if (together.type.kind === 'tags') return fail(checking, expression, 'Tags are asked with “contains”.');
  const list: Constant[] = [];
  for (const entry of entries) {
    if (entry.node !== 'constant') return fail(checking, entry, 'A list holds fixed values only.');
    list.push(entry.value);
  }
  return { node: 'among', value, list, type: truth, fields: value.fields, start, end };
}

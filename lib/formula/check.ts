import { checkCall } from './check-call.ts';
import { createChecked, createField, type Checked, type CheckedFormula, type Constant } from './checked.ts';
import { fail, type Checking } from './checking.ts';
import { createFormulaError, type FormulaError } from './formula-error.ts';
import { catalogueNames, type Names } from './names.ts';
import { parseFormula } from './parse.ts';
import { listWords, resolveWord } from './resolve-word.ts';
import { suggest } from './suggest.ts';
import type { Expression, LiteralUnit } from './syntax.ts';
import { describeType, type ValueType } from './value-type.ts';

export type CheckResult = { ok: CheckedFormula } | { errors: readonly FormulaError[] };

/**
 * Reads a formula and checks it against the field catalogue: every name known, every kind and unit in its place.
 * Never throws; with several faults returns several errors, at most `formulaLimits.errors`.
 */
export function checkFormula(text: string, names: Names = catalogueNames()): CheckResult {
  return checkInside(text, names, { count: 0 });
}

/** Like `checkFormula`, for a formula that must say yes or no of a row. */
export function checkFilter(text: string, names?: Names): CheckResult {
  const result = checkFormula(text, names);
  if ('errors' in result || result.ok.root.type.kind === 'truth') return result;
  const { root } = result.ok;
  return {
    errors: [createFormulaError(`A filter says yes or no, but this is ${describeType(root.type)}.`, root)],
  };
}

function checkInside(text: string, names: Names, visits: { count: number }): CheckResult {
  const parsed = parseFormula(text, names);
  if ('errors' in parsed) return parsed;
  const { expression } = parsed;
  const errors: FormulaError[] = [];
  const check: Checking['check'] = (part, beside) => checkNode(checking, part, beside);
  const checking: Checking = { text, names, errors, visits, check };
  const root = check(expression);
  return root ? { ok: { text, expression, root } } : { errors };
}

function checkNode(checking: Checking, expression: Expression, beside?: ValueType): Checked | undefined {
  const constant = (value: Constant, type: ValueType): Checked =>
    createChecked(expression, type, { node: 'constant', value });
  switch (expression.node) {
    case 'number':
      return constant(...readLiteral(expression.value, expression.unit, beside));
    case 'day':
      return constant(expression.value, { kind: 'day' });
    case 'text': {
      const value = beside && resolveWord(expression.value, beside);
      return beside && value !== undefined
        ? constant(value, beside)
        : constant(expression.value, { kind: 'text' });
    }
    case 'word': {
      const { text } = expression;
      const type = beside ?? { kind: 'truth' };
      const value = resolveWord(text, type);
      if (value !== undefined) return constant(value, type);
      const known = [...listWords(type).map(([word]) => word), ...checking.names.entries.keys()];
      // Looking for what was meant takes time: a text full of mistakes gets three suggestions.
      const suggestion = checking.errors.length < 3 ? suggest(text, known) : undefined;
      const meant = suggestion ? ` Did you mean “${suggestion}”?` : '';
      return fail(checking, expression, `“${text}” is not known here.${meant}`, suggestion);
    }
    case 'field':
      return createField(expression, expression.id);
    case 'own':
      return checkOwn(checking, expression);
    case 'call':
      return checkCall(checking, expression, beside);
  }
}

/**
 * A percent is divided by a hundred, exactly as the readers of Bondora's pages and API do it, so that equal percents are equal.
 * Weeks are days, and years are months but beside a number of years.
 */
function readLiteral(
  value: number,
  unit: LiteralUnit | null,
  beside?: ValueType,
): [value: number, type: ValueType] {
  switch (unit) {
    case null:
      return [value, { kind: 'number', bare: true }];
    case '%':
      return [value / 100, { kind: 'rate' }];
    case '€':
      return [value, { kind: 'money' }];
    case 'weeks':
      return [value * 7, { kind: 'count', unit: 'days' }];
    case 'years':
      if (beside?.unit !== unit) return [value * 12, { kind: 'count', unit: 'months' }];
      return [value, { kind: 'count', unit }];
    default:
      return [value, { kind: 'count', unit }];
  }
}

function checkOwn(checking: Checking, own: Extract<Expression, { node: 'own' }>): Checked | undefined {
  const { name } = own;
  const { names, visits } = checking;
  // A formula that uses itself comes to an end here too.
  if (++visits.count > 20) return fail(checking, own, `“${name}” uses too many others, or itself.`);
  const result = checkInside(names.formulas.get(name) ?? '', names, visits);
  if ('errors' in result) {
    const where = `In “${name}”: `;
    const message = result.errors[0]?.message ?? '';
    return fail(checking, own, message.startsWith(where) ? message : where + message);
  }
  const { root } = result.ok;
  return createChecked(own, root.type, { node: 'own', name, args: [root] });
}

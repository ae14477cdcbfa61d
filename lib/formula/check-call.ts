import type { Checked } from './checked.ts';
import { fail, quote, type Checking } from './checking.ts';
import { checkTogether, joinFields } from './check-together.ts';
import { functions, type FunctionName } from './functions.ts';
import type { Expression } from './syntax.ts';
import { describeType, isOrdered, isQuantity, type ValueType } from './value-type.ts';

type Call = Extract<Expression, { node: 'call' }>;

const truth: ValueType = { kind: 'truth' };
const number: ValueType = { kind: 'number' };

/** Checks a function's arguments and settles the kind of its result. */
export function checkCall(checking: Checking, call: Call, beside?: ValueType): Checked | undefined {
  const { name, args, start, end } = call;
  const [fewest, most] = functions[name];
  if (args.length < fewest || args.length > most) {
    return fail(checking, call, `“${name}” takes ${describeCount(fewest, most)}, not ${args.length}.`);
  }
  const result = checkArguments(checking, name, args, beside);
  if (result === undefined) return undefined;
  return {
    node: 'call',
    name,
    args: result.parts,
    type: result.type,
    fields: joinFields(result.parts),
    start,
    end,
  };
}

function describeCount(fewest: number, most: number): string {
  if (most === 0) return 'no values';
  if (fewest !== most) return `${fewest} to ${most} values`;
  return fewest === 1 ? 'one value' : `${fewest} values`;
}

function checkArguments(
  checking: Checking,
  name: FunctionName,
  args: readonly Expression[],
  beside: ValueType | undefined,
): { parts: readonly Checked[]; type: ValueType } | undefined {
  switch (name) {
    case 'today':
      return { parts: [], type: { kind: 'day' } };
    case 'min':
    case 'max': {
      const all = checkTogether(checking, args, beside);
      return all !== undefined &&
        all.parts.every((part) => requireType(checking, part, isOrdered, 'numbers, dates or ratings', name))
        ? all
        : undefined;
    }
    case 'coalesce': {
      const all = checkTogether(checking, args, beside);
      return all?.parts.every((part) => requireType(checking, part, isNoList, 'single values', name)) === true
        ? all
        : undefined;
    }
    case 'if': {
      const [test, ...rest] = args;
      const condition =
        test === undefined ? undefined : checkTyped(checking, test, isTruth, 'a condition', name);
      const choice = checkTogether(checking, rest, beside);
      if (condition === undefined || choice === undefined) return undefined;
      return choice.parts.every((part) => requireType(checking, part, isNoList, 'single values', name))
        ? { parts: [condition, ...choice.parts], type: choice.type }
        : undefined;
    }
    case 'abs':
    case 'round':
    case 'floor':
    case 'ceil': {
      const [first, digits] = args;
      const value =
        first === undefined ? undefined : checkTyped(checking, first, isQuantity, 'a number', name);
      if (digits === undefined) return value && { parts: [value], type: plain(value.type) };
      const places = checkDigits(checking, digits);
      return value && places && { parts: [value, places], type: plain(value.type) };
    }
    case 'year':
    case 'month':
      return checkOne(checking, args, ({ kind }) => kind === 'day', 'a date', name, number);
    case 'length':
      return checkOne(checking, args, isTextOrTags, 'a text or tags', name, number);
    case 'contains':
      return checkTextPair(checking, args, isTextOrTags, 'a text or tags', name);
    case 'startsWith':
    case 'endsWith':
      return checkTextPair(checking, args, isText, 'a text', name);
  }
}

const isTruth = ({ kind }: ValueType): boolean => kind === 'truth';
const isNoList = ({ kind }: ValueType): boolean => kind !== 'tags';
const isText = ({ kind }: ValueType): boolean => kind === 'text' || kind === 'id';
const isTextOrTags = (type: ValueType): boolean => isText(type) || type.kind === 'tags';

/** The type without the freedom of a literal. */
function plain({ bare: _, ...type }: ValueType): ValueType {
  return type;
}

function checkTyped(
  checking: Checking,
  expression: Expression,
  fits: (type: ValueType) => boolean,
  wanted: string,
  name: FunctionName,
): Checked | undefined {
  const part = checking.check(expression, wanted === 'a condition' ? truth : undefined);
  return part !== undefined && requireType(checking, part, fits, wanted, name) ? part : undefined;
}

function requireType(
  checking: Checking,
  part: Checked,
  fits: (type: ValueType) => boolean,
  wanted: string,
  name: FunctionName,
): boolean {
  if (fits(part.type)) return true;
  fail(
    checking,
    part,
    `“${name}” takes ${wanted}, but ${quote(checking, part)} is ${describeType(part.type)}.`,
  );
  return false;
}

function checkOne(
  checking: Checking,
  [only]: readonly Expression[],
  fits: (type: ValueType) => boolean,
  wanted: string,
  name: FunctionName,
  type: ValueType,
): { parts: readonly Checked[]; type: ValueType } | undefined {
  const part = only && checkTyped(checking, only, fits, wanted, name);
  return part && { parts: [part], type };
}

function checkTextPair(
  checking: Checking,
  [first, second]: readonly Expression[],
  fits: (type: ValueType) => boolean,
  wanted: string,
  name: FunctionName,
): { parts: readonly Checked[]; type: ValueType } | undefined {
  const whole = first && checkTyped(checking, first, fits, wanted, name);
  const piece = second && checking.check(second, { kind: 'text' });
  if (
    whole === undefined ||
    piece === undefined ||
    !requireType(checking, piece, isText, 'a text to look for', name)
  ) {
    return undefined;
  }
  return { parts: [whole, piece], type: truth };
}

function checkDigits(checking: Checking, digits: Expression): Checked | undefined {
  const fits =
    digits.node === 'number' && digits.unit === null && Number.isInteger(digits.value) && digits.value >= 0;
  if (fits && digits.value <= 10) return checking.check(digits);
  return fail(checking, digits, 'The number of decimals is a whole number from 0 to 10.');
}

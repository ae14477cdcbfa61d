/**
 * How the digits of a number stand, before it is settled what its separators mean. `ambiguous` is a group of exactly
 * three digits after a single point or comma: `1.669` may be a thousand and more, or one and a fraction.
 */
type Shape =
  | { kind: 'whole'; digits: string; group: Group | null }
  | { kind: 'fraction'; whole: string; fraction: string; mark: Mark; group: Group | null }
  | { kind: 'ambiguous'; left: string; right: string; mark: Mark };

export type Mark = '.' | ',';
type Group = Mark | ' ' | "'";

/** A number as the page writes it: sign and unit are read, its separators are not yet settled. */
export interface NumberText {
  sign: '+' | '-' | null;
  unit: 'euro' | 'percent' | null;
  shape: Shape;
  /** Power of ten of the exponent form (`7,05883E-05`), else 0. */
  exponent: number;
}

/** What the numbers of one table have shown of their format. Grows with each number learned from. */
export interface NumberFormat {
  decimalMarks: Set<Mark>;
  groupMarks: Set<Group>;
  /** Decimal marks that were seen before three digits or more, beyond doubt. */
  longFractions: Set<Mark>;
  /** Whether a thousand or more was seen without any group mark. */
  ungrouped: boolean;
  /** The decimal mark that a person told; what is seen does not matter then. */
  told: Mark | null;
}

const sign = '[+\\-\\u2010-\\u2013\\u2212\\uFE63\\uFF0B\\uFF0D]';
const unit = '€|EUR|Eur|eur|euros?|[%\\uFF05]';
const pattern = new RegExp(
  `^(?:(${sign}) ?)?(?:(€|EUR|Eur|eur)\\s?)?(?:(${sign}) ?)?` +
    `((?:\\d|[.,](?=\\d))[\\d.,'’ ]*?)(?:[eE]([+\\-\\u2212]?\\d{1,3}))?` +
    `(?: ?(${sign}))?(?:\\s?(${unit}))?(?: ?(${sign}))?(?:\\s?(?:p\\. ?a\\.?|p\\.?a))?$`,
);

/**
 * Reads `-1.669,58 €`, `€1412`, `12,3%`, `455-`, `7,05883E-05`; one sign at most, before or after; the euro sign or `EUR`
 * before or after. Words without digits around the number, in elements of their own, are passed over.
 * Undefined for anything else: `-%`, two numbers, other currencies.
 */
export function parseNumber(text: string): NumberText | undefined {
  if (!/\d/.test(text)) return undefined;
  const spaced = /[^\S\n ]/.test(text) ? text.replaceAll(/[^\S\n]/g, ' ') : text;
  const number = parseLine(spaced);
  if (number || !spaced.includes('\n')) return number;
  const lines = spaced
    .replace(/\n ?(€|%|EUR)(?=\n|$)/, ' $1')
    .replace(/(^|\n)(€|EUR) ?\n/, '$1$2 ')
    .split('\n');
  const withDigits = lines.filter((line) => /\d/.test(line));
  const others = lines.filter((line) => !/\d/.test(line));
  const [only] = withDigits;
  return only !== undefined && withDigits.length === 1 && others.every(isHarmless)
    ? parseLine(only)
    : undefined;
}

// A word that cannot change the number beside it; "k" and "mln" could.
function isHarmless(line: string): boolean {
  return /^[\p{L}][\p{L} .:]{2,}$/u.test(line) && !/^(mln|mio|tsd|tuhat)|^[A-Z]{3}$/iu.test(line);
}

function parseLine(line: string): NumberText | undefined {
  const match = pattern.exec(line.trim());
  if (!match) return undefined;
  const [, s1, unitBefore, s2, body = '', exponent, s3, unitAfter, s4] = match;
  const signs = [s1, s2, s3, s4].filter((found) => found !== undefined);
  if (signs.length > 1 || (unitBefore !== undefined && unitAfter !== undefined)) return undefined;
  const shape = parseShape(body, exponent !== undefined);
  const unitText = unitBefore ?? unitAfter;
  return (
    shape && {
      sign: signs[0] === undefined ? null : /[+\uFF0B]/.test(signs[0]) ? '+' : '-',
      unit: unitText === undefined ? null : /[%\uFF05]/.test(unitText) ? 'percent' : 'euro',
      shape,
      exponent: exponent === undefined ? 0 : Number(exponent.replace('\u2212', '-')),
    }
  );
}

function parseShape(body: string, hasExponent: boolean): Shape | undefined {
  const runs = body.split(/[.,'’ ]/);
  const marks = body.replaceAll(/\d/g, '').replaceAll('’', "'").split('') as Group[];
  const last = marks.at(-1);
  const right = runs.at(-1) ?? '';
  const left = runs.slice(0, -1);
  if (last === undefined) return isWhole(right) ? { kind: 'whole', digits: right, group: null } : undefined;
  if (right === '') return undefined;

  if (marks.length === 1 && isMark(last)) {
    const [first = ''] = left;
    if (first !== '' && !isWhole(first)) return undefined;
    const couldGroup = right.length === 3 && /^[1-9]\d{0,2}$/.test(first) && !hasExponent;
    return couldGroup
      ? { kind: 'ambiguous', left: first, right, mark: last }
      : { kind: 'fraction', whole: first === '' ? '0' : first, fraction: right, mark: last, group: null };
  }

  const groups = new Set(marks.slice(0, -1));
  const [group = last] = groups;
  if (group === last) {
    const grouped = groups.size <= 1 && isGrouped(runs) && !hasExponent;
    return grouped ? { kind: 'whole', digits: runs.join(''), group } : undefined;
  }
  return groups.size === 1 && isMark(last) && isGrouped(left)
    ? { kind: 'fraction', whole: left.join(''), fraction: right, mark: last, group }
    : undefined;
}

function isMark(mark: Group): mark is Mark {
  return mark === '.' || mark === ',';
}

// "007" is a code, not a number.
function isWhole(digits: string): boolean {
  return /^(0|[1-9]\d*)$/.test(digits);
}

// 1 | 669 | 580: the first group one to three digits, every other three.
function isGrouped([first = '', ...others]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && others.every((run) => run.length === 3);
}

/** A format of which nothing is known yet but what a person may have told. */
export function createNumberFormat(told: Mark | null = null): NumberFormat {
  return { decimalMarks: new Set(), groupMarks: new Set(), longFractions: new Set(), ungrouped: false, told };
}

/** Takes note of what a number shows beyond doubt about the format of the table it stands in. */
export function learnNumberFormat(format: NumberFormat, { shape }: NumberText): void {
  if (shape.kind === 'ambiguous') return;
  if (shape.group !== null) format.groupMarks.add(shape.group);
  else if ((shape.kind === 'whole' ? shape.digits : shape.whole).length > 3) format.ungrouped = true;
  if (shape.kind !== 'fraction') return;
  format.decimalMarks.add(shape.mark);
  if (shape.fraction.length >= 3) format.longFractions.add(shape.mark);
}

/**
 * The number as a decimal text with a point and without groups (`-1669.58`, `7.05883e-5`), multiplied by ten to the power of
 * `shift`; null when its separator stays ambiguous in this format. The shift is done on the text: 19.52 % is 0.1952 to the
 * last bit, which a division would miss.
 */
export function settleNumber(number: NumberText, format: NumberFormat, shift = 0): number | null {
  const { shape } = number;
  let digits: string;
  if (contradicts(shape, format.told)) return null;
  if (shape.kind === 'whole') digits = shape.digits;
  else if (shape.kind === 'fraction') digits = `${shape.whole}.${shape.fraction}`;
  else {
    const role = findRole(shape.mark, number.unit === 'percent', format);
    if (role === null) return null;
    digits = role === 'group' ? shape.left + shape.right : `${shape.left}.${shape.right}`;
  }
  const value = Number(`${digits}e${number.exponent + shift}`);
  return number.sign === '-' && value !== 0 ? -value : value;
}

function contradicts(shape: Shape, told: Mark | null): boolean {
  if (told === null) return false;
  return shape.kind === 'fraction' ? shape.mark !== told : shape.kind === 'whole' && shape.group === told;
}

/**
 * What the mark of an ambiguous number is in this format. The page's language is no evidence: users of the site choose
 * their separators themselves. A third decimal of money is believed only where longer fractions were seen, since the pages
 * show two; of a percent it is, since thousands of percents are nonsense.
 */
function findRole(mark: Mark, isPercent: boolean, format: NumberFormat): 'group' | 'decimal' | null {
  const other = mark === '.' ? ',' : '.';
  const { decimalMarks, groupMarks, longFractions, ungrouped, told } = format;
  if (told !== null) return mark === told ? 'decimal' : 'group';
  if (decimalMarks.has(mark)) {
    const settled = !groupMarks.has(mark) && !decimalMarks.has(other);
    return settled && (isPercent || longFractions.has(mark)) ? 'decimal' : null;
  }
  if (ungrouped) return null;
  if (groupMarks.has(mark)) return groupMarks.size === 1 ? 'group' : null;
  return decimalMarks.has(other) && groupMarks.size === 0 ? 'group' : null;
}

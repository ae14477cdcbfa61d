/**
 * About how many bytes a structured clone of a value takes: typed arrays as they are, a byte a character, nine a number,
 * keys of objects included.
 */
export function measureStored(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength + 8;
  switch (typeof value) {
    case 'string':
      return value.length + 2;
    case 'number':
      return 9;
    case 'object':
      return value === null ? 1 : measureObject(value);
    default:
      return 1;
  }
}

function measureObject(value: object): number {
  if (value instanceof Map) return sum([...value].flat());
  return Array.isArray(value) ? sum(value) : sum(Object.entries(value).flat());
}

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, one) => total + measureStored(one), 4);
}

type Random = () => number;

/** What may stand where something else is meant. */
const hostileValues: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => -1,
  () => 0.5,
  () => 1e308,
  () => '',
  () => 'x'.repeat(1_000_001),
  () => 'null\u0000character',
  () => '\u202Eright to left',
  () => 'half \uD83D',
  () => [],
  () => ({}),
  () => true,
  () => JSON.parse('{"__proto__":{"evil":1}}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{"evil":1}}}') as unknown,
  () => ({ length: 3 }),
  () => nest(5000),
  () => Array.from({ length: 300 }, () => 'tag'),
  () => '=1+1',
  () => Number.MAX_SAFE_INTEGER + 2,
];

/** The file cut off, or with characters that are others now, gone, or twice. */
export function spoilText(text: string, random: Random): string {
  const at = Math.floor(random() * text.length);
  const dice = random();
  if (dice < 0.3) return text.slice(0, at);
  if (dice < 0.4) return text.slice(at);
  if (dice < 0.5) return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 20));
  if (dice < 0.6) return text.slice(0, at) + text.slice(at, at + 50) + text.slice(at);
  const other = String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(random() * 8)));
  return text.slice(0, at) + other + text.slice(at + 1);
}

/** The file with something else in one place or a few, and a checksum that fits. */
export async function spoilContents(text: string, random: Random): Promise<string> {
  const file = JSON.parse(text) as { contents: unknown };
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) spoilOne(file.contents, random);
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(file.contents));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const checksum = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return JSON.stringify({ ...file, checksum });
  } catch {
    // Nested too deeply to be written.
    return text.slice(0, -2);
  }
}

/** Goes down from the top by chance, and puts something else where it stops. */
function spoilOne(from: unknown, random: Random): void {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  let inside = from as Record<string, unknown>;
  for (;;) {
    const names = Object.keys(inside);
    if (names.length === 0 || random() < 0.03) {
      const strange = pick(['__proto__', 'constructor', 'token', '0']);
      Object.defineProperty(inside, strange, {
        value: pick(hostileValues)(),
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return;
    }
    const name = pick(names);
    const value = inside[name];
    if (typeof value === 'object' && value !== null && random() < 0.9) {
      inside = value as Record<string, unknown>;
      continue;
    }
    if (random() < 0.2) delete inside[name];
    else inside[name] = pick(hostileValues)();
    return;
  }
}

function nest(depth: number): unknown {
  let value: unknown = 'deep';
  for (let at = 0; at < depth; at++) value = [value];
  return value;
}

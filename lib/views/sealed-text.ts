const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A text as one word that survives mails and chats: what it is, its bytes in base64url, and a checksum over both, which
 * tells a mistyped or cut one (it is no protection against forgery).
 * @param kind letters, digits and dashes: what it is, with its version
 */
export function sealText(kind: string, text: string): string {
  const body = `${kind}.${encode(toBytes(text))}`;
  return `${body}.${sum(body)}`;
}

/**
 * The text that was sealed, or what is wrong. White space that was put in on the way is ignored.
 * Takes time in proportion to the length; never throws.
 */
export function openText(sealed: string): { kind: string; text: string } | 'foreign' | 'damaged' {
  const [, body, kind = '', payload = '', checksum] =
    /^(([a-z0-9-]+)\.([\w-]*))\.([a-z0-9]+)$/.exec(sealed.replaceAll(/\s+/g, '')) ?? [];
  if (body === undefined) return 'foreign';
  if (sum(body) !== checksum) return 'damaged';
  const text = toText(decode(payload));
  return text === undefined ? 'damaged' : { kind, text };
}

/** UTF-8. A surrogate without its other half becomes the sign for what cannot be read. */
function toBytes(text: string): number[] {
  const escaped = encodeURIComponent(text.toWellFormed());
  return Array.from(escaped.matchAll(/%([\dA-F]{2})|(.)/gs), ([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

function toText(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    // The bytes are no UTF-8.
    return undefined;
  }
}

/** Six bits a character. */
function encode(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const bits = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63]);
    text += letters.slice(0, Math.min(4, bytes.length - i + 1)).join('');
  }
  return text;
}

function decode(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    bits = ((bits << 6) | alphabet.indexOf(letter)) & 0xffff;
    count += 6;
    if (count >= 8) bytes.push((bits >> (count -= 8)) & 0xff);
  }
  return bytes;
}

/** CRC-32 (IEEE 802.3), to the base of 36. */
function sum(text: string): string {
  let rest = -1;
  for (let i = 0; i < text.length; i++) {
    rest ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (~rest >>> 0).toString(36);
}

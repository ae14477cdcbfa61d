// Browsers without Uint8Array.toBase64 are still about; a spread of a whole file would overflow the stack.
const slice = 32_768;

/** Bytes as base64. */
export function encodeBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += slice) {
    text += String.fromCharCode(...bytes.subarray(at, at + slice));
  }
  return btoa(text);
}

/** The bytes of a base64 text; throws when it is none. */
export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

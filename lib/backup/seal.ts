import * as v from 'valibot';
import { AppError } from '#lib/base/app-error.ts';
import { decodeBytes, encodeBytes } from './encode-bytes.ts';

/**
 * How a file is locked with a passphrase: AES-GCM under a key that PBKDF2 makes of the passphrase. The rounds are what one
 * guess costs: some 0.2 s on an ordinary computer. 600,000 with SHA-256 is what OWASP's Password Storage Cheat Sheet asks for.
 */
export const sealCost = { rounds: 600_000, most: 5_000_000 } as const;

const bytes = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

export const sealedSchema = v.object({
  cipher: v.literal('AES-GCM-256'),
  derivation: v.literal('PBKDF2-HMAC-SHA-256'),
  // A file may not keep the browser busy for hours.
  rounds: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(sealCost.most)),
  salt: bytes,
  iv: bytes,
  data: bytes,
});

/** A text that only the passphrase opens. */
export type Sealed = v.InferOutput<typeof sealedSchema>;

/** What locks files with a passphrase: it can lock and not open, and the passphrase cannot be read from it. */
export interface Lock {
  key: CryptoKey;
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
}

/** Makes a lock of a passphrase. It can be kept, in IndexedDB too. @param rounds only tests take fewer */
export async function makeLock(passphrase: string, rounds: number = sealCost.rounds): Promise<Lock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { key: await deriveKey(passphrase, salt, rounds, 'encrypt'), salt, rounds };
}

/** Locks a text. */
export async function seal(text: string, { key, salt, rounds }: Lock): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return {
    cipher: 'AES-GCM-256',
    derivation: 'PBKDF2-HMAC-SHA-256',
    rounds,
    salt: encodeBytes(salt),
    iv: encodeBytes(iv),
    data: encodeBytes(new Uint8Array(data)),
  };
}

/** Opens a locked text. Throws `invalid-input` when the passphrase is another one, or the file was changed. */
export async function unseal({ rounds, salt, iv, data }: Sealed, passphrase: string): Promise<string> {
  try {
    const key = await deriveKey(passphrase, decodeBytes(salt), rounds, 'decrypt');
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: decodeBytes(iv) },
      key,
      decodeBytes(data),
    );
    return new TextDecoder().decode(opened);
  } catch (cause) {
    throw new AppError('invalid-input', 'The passphrase does not open this file, or the file is damaged.', {
      cause,
    });
  }
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}

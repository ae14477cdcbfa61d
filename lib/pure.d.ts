// What pure folders may use of the platform beyond the language itself: present in pages, workers and Node alike.
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
declare function setTimeout(run: () => void, ms: number): number;
declare function clearTimeout(timer: number): void;
declare const crypto: {
  randomUUID(): string;
  getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes;
  readonly subtle: SubtleCrypto;
};
interface CryptoKey {
  readonly type: string;
}
interface SubtleCrypto {
  digest(name: string, bytes: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    bytes: Uint8Array,
    algorithm: string,
    extractable: boolean,
    usages: string[],
  ): Promise<CryptoKey>;
  deriveKey(
    by: { name: string; hash: string; salt: Uint8Array; iterations: number },
    from: CryptoKey,
    algorithm: { name: string; length: number },
    extractable: boolean,
    usages: string[],
  ): Promise<CryptoKey>;
  encrypt(by: { name: string; iv: Uint8Array }, key: CryptoKey, bytes: Uint8Array): Promise<ArrayBuffer>;
  decrypt(by: { name: string; iv: Uint8Array }, key: CryptoKey, bytes: Uint8Array): Promise<ArrayBuffer>;
}
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  decode(bytes: ArrayBuffer): string;
}
declare function btoa(binary: string): string;
declare function atob(base64: string): string;

/**
 * A text of Bondora's with every secret in it blotted out: those given, and every run of letters and digits as long as
 * Bondora's ids, secrets and tokens are. Its GUIDs stay, for their dashes.
 */
export function withoutSecrets(text: string, secrets: readonly (string | null | undefined)[]): string {
  let blotted = text;
  for (const secret of secrets) {
    if (typeof secret !== 'string' || secret.length < 4) continue;
    blotted = blotted.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…');
  }
  return blotted.replaceAll(/[a-z0-9]{32,}/gi, '…');
}

/** What a platform's error says, as one short word or sentence without secrets: its code where it has one, else its name. */
export function reasonOf(error: unknown): string {
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  const deeper = cause as { code?: unknown } | null | undefined;
  const reason = [deeper?.code, code, name].find((word) => typeof word === 'string');
  return typeof reason === 'string' && /^\w{1,40}$/.test(reason) ? reason : 'unknown';
}

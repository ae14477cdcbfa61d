import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A key and a certificate that nobody but the sandbox's browsers trusts. */
export interface SandboxCertificate {
  /** PEM. */
  key: string;
  /** PEM. */
  certificate: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`: base64 of the SHA-256 of the public key. */
  spkiHash: string;
}

/** Makes a self-signed certificate for bondora.com, its hosts and this machine. */
export async function createCertificate(): Promise<SandboxCertificate> {
  const made = await generate([{ name: 'commonName', value: 'Bondora sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'bondora.com' },
          { type: 2, value: '*.bondora.com' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: made.private,
    certificate: made.cert,
    spkiHash: createHash('sha256').update(publicKey).digest('base64'),
  };
}

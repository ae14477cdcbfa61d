import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  createAccountService,
  type AccountPorts,
  type AccountService,
} from '../../../entrypoints/background/account.ts';
import { createSecrets } from '../../../entrypoints/background/stores.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { TokenGrant } from '#lib/bondora/token-grant.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createRecords } from '#lib/store/records.ts';

const grant: TokenGrant = {
  accessToken: 'token-1',
  refreshToken: 'refresh-1',
  expiresAt: 9000,
  scopes: ['Investments'],
};
const application = { clientId: 'abc', clientSecret: 'secret-1', signInHost: 'www.bondora.com' } as const;
const cash = { balance: 100, reserved: 10, totalAvailable: 85 };

function createService(parts: Partial<AccountPorts> = {}): {
  service: AccountService;
  ports: AccountPorts;
  revoked: string[];
} {
  const open = createDatabase(crypto.randomUUID());
  const revoked: string[] = [];
  const ports: AccountPorts = {
    clock: { now: () => 1000, sleep: async () => undefined },
    secrets: createSecrets(createRecords(open, 'secrets')),
    states: createRecords(open, 'states'),
    redirectUrl: 'https://id.chromiumapp.org/',
    signIn: async () => grant,
    revoke: async (token) => void revoked.push(token),
    readBalance: async () => cash,
    balanceFreeAt: async () => null,
    changed: async () => undefined,
    ...parts,
  };
  return { service: createAccountService(ports), ports, revoked };
}

const failing = (code: AppError['code'], message: string) => async () => {
  throw new AppError(code, message);
};

describe('createAccountService', () => {
  it('links with the application that was entered and reads the balance', async () => {
    const { service } = createService();
    await service.saveApplication(application);
    expect(await service.link([])).toEqual({
      linked: true,
      by: 'consent',
      scopes: ['Investments'],
      tokenExpiresAt: 9000,
      balance: { balance: 100, reserved: 10, available: 85, at: 1000 },
      balanceFreeAt: null,
      problem: null,
    });
  });

  it('says what to enter before it can link', async () => {
    const { service } = createService();
    await service.saveApplication({ ...application, clientSecret: null });
    await expect(service.link([])).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect((await service.status()).problem).toContain('id and secret');
  });

  it('changes nothing when the sign-in is refused, and says so until something goes well', async () => {
    const { service, ports } = createService();
    await service.saveApplication(application);
    await service.link([]);
    const refusing = createAccountService({
      ...ports,
      signIn: failing('sign-in-refused', 'The sign-in was cancelled.'),
    });
    await expect(refusing.link([])).rejects.toMatchObject({ code: 'sign-in-refused' });
    expect(await service.status()).toMatchObject({ linked: true, problem: 'The sign-in was cancelled.' });
    expect((await service.readBalance()).problem).toBeNull();
  });

  it('stays linked when only the first balance fails', async () => {
    const { service } = createService({ readBalance: failing('server', 'Bondora’s server failed.') });
    await service.saveApplication(application);
    expect(await service.link([])).toMatchObject({
      linked: true,
      balance: null,
      problem: 'Bondora’s server failed.',
    });
  });

  it('goes back to the account before it when a pasted token is not accepted', async () => {
    const { service, ports } = createService();
    await service.saveApplication(application);
    await service.link([]);
    const refusing = createAccountService({ ...ports, readBalance: failing('unauthorized', 'No.') });
    await expect(refusing.linkToken('nonsense')).rejects.toMatchObject({ code: 'unauthorized' });
    expect(await service.status()).toMatchObject({ linked: true, by: 'consent', tokenExpiresAt: 9000 });
  });

  it('revokes a token it was granted when unlinking, and leaves a pasted one valid', async () => {
    const { service, revoked } = createService();
    await service.saveApplication(application);
    await service.link([]);
    expect(await service.unlink()).toMatchObject({ linked: false, balance: null, scopes: null });
    await service.linkToken('pasted');
    await service.unlink();
    expect(revoked).toEqual(['token-1']);
  });

  it('keeps the secret when the same application is saved without one, and drops it for another', async () => {
    const { service } = createService();
    await service.saveApplication(application);
    expect(await service.saveApplication({ ...application, clientSecret: null })).toMatchObject({
      hasSecret: true,
    });
    const other = await service.saveApplication({ ...application, clientId: 'def', clientSecret: null });
    expect(other).toMatchObject({ clientId: 'def', hasSecret: false });
    expect(JSON.stringify(other)).not.toContain('secret-1');
  });

  it('shows the balance before it when an answer holds none', async () => {
    const { service, ports } = createService();
    await service.linkToken('pasted');
    const empty = createAccountService({ ...ports, readBalance: async () => ({ ...cash, reserved: null }) });
    await expect(empty.readBalance()).rejects.toMatchObject({ code: 'nonsense' });
    expect((await service.status()).balance).toMatchObject({ available: 85 });
  });
});

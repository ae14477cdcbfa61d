import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  createAccountService,
  type AccountPorts,
  type AccountService,
} from '../../../entrypoints/background/account.ts';
import { createAccounts } from '../../../entrypoints/background/accounts.ts';
import { createSecrets } from '../../../entrypoints/background/stores.ts';
import { createEvidence, type AccountEvidence } from '#lib/bondora/account-evidence.ts';
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

/** Evidence of an account with these Go & Grow names and bids; none is given for what is left out. */
function evidenceOf(names: string[] | null, bids: string[] | null = null): AccountEvidence {
  return {
    ...createEvidence({}),
    goGrowNames: names,
    bids: bids === null ? null : { ids: bids, covers: 'all' },
  };
}

async function createService(
  parts: Partial<AccountPorts> = {},
): Promise<{ service: AccountService; ports: AccountPorts; revoked: string[] }> {
  const open = createDatabase(crypto.randomUUID());
  const states = createRecords(open, 'states');
  const secrets = createSecrets(createRecords(open, 'secrets'));
  const revoked: string[] = [];
  const ports: AccountPorts = {
    clock: { now: () => 1000, sleep: async () => undefined },
    accounts: createAccounts(states),
    secrets,
    states,
    signIn: async () => grant,
    inspect: async () => ({ evidence: evidenceOf(['Rainy days']), cash, failure: null }),
    revoke: async (token) => void revoked.push(token),
    readCash: async () => cash,
    balanceFreeAt: async () => null,
    changed: async () => undefined,
    ...parts,
  };
  await secrets.saveApplication(application);
  return { service: createAccountService(ports), ports, revoked };
}

const failing = (code: AppError['code'], message: string) => async () => {
  throw new AppError(code, message);
};

describe('createAccountService', () => {
  it('links with the application that was entered and reads the balance', async () => {
    const { service } = await createService();
    expect(await service.link(['Investments', 'SmSell'])).toEqual({
      id: expect.any(String),
      label: 'My account',
      known: [{ id: expect.any(String), label: 'My account', linked: true }],
      question: null,
      linked: true,
      by: 'consent',
      scopes: ['Investments'],
      asked: ['Investments', 'SmSell'],
      tokenExpiresAt: 9000,
      balance: { balance: 100, reserved: 10, available: 85, at: 1000 },
      balanceFreeAt: null,
      problem: null,
      problemEndsAt: null,
    });
  });

  it('says what to enter before it can link', async () => {
    const { service, ports } = await createService();
    await ports.secrets.saveApplication({ ...application, clientSecret: null });
    await expect(service.link([])).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect((await service.status()).problem).toContain('id and secret');
  });

  it('changes nothing when the sign-in is refused, and says so until something goes well', async () => {
    const { service, ports } = await createService();
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
    const { service } = await createService({
      inspect: async () => ({
        evidence: evidenceOf(null),
        cash: null,
        failure: new AppError('server', 'Bondora’s server failed.'),
      }),
    });
    expect(await service.link([])).toMatchObject({
      linked: true,
      balance: null,
      problem: 'Bondora’s server failed.',
    });
  });

  it('goes back to the account before it when a pasted token is not accepted', async () => {
    const { service, ports } = await createService();
    await service.link([]);
    const refusing = createAccountService({ ...ports, inspect: failing('unauthorized', 'No.') });
    await expect(refusing.linkToken('nonsense')).rejects.toMatchObject({ code: 'unauthorized' });
    expect(await service.status()).toMatchObject({ linked: true, by: 'consent', tokenExpiresAt: 9000 });
  });

  it('revokes a token it was granted when unlinking, and leaves a pasted one valid', async () => {
    const { service, revoked } = await createService();
    await service.link([]);
    expect(await service.unlink()).toMatchObject({ linked: false, balance: null, scopes: null });
    await service.linkToken('pasted');
    await service.unlink();
    expect(revoked).toEqual(['token-1']);
  });

  it('knows the same account again by its bids, whatever its token', async () => {
    const { service, ports } = await createService({
      inspect: async () => ({ evidence: evidenceOf(['Rainy days'], ['b1', 'b2']), cash, failure: null }),
    });
    const { id } = await service.link([]);
    ports.signIn = async () => ({ ...grant, accessToken: 'token-2' });
    expect(await service.link([])).toMatchObject({ id, question: null, known: [{ id }] });
  });

  it('never takes another account for the one before it', async () => {
    const { service, ports } = await createService({
      inspect: async () => ({ evidence: evidenceOf(null, ['b1']), cash, failure: null }),
    });
    const first = await service.link([]);
    ports.inspect = async () => ({ evidence: evidenceOf(null, ['z9']), cash, failure: null });
    const second = await service.link([]);
    expect(second.id).not.toBe(first.id);
    expect(second.known.map(({ linked }) => linked)).toEqual([true, true]);
    expect(await service.activate(first.id)).toMatchObject({ id: first.id, linked: true });
  });

  it('asks when the answers do not tell, keeps the account before it until then, and does as it is told', async () => {
    for (const same of [true, false]) {
      const { service, ports } = await createService();
      const { id } = await service.link([]);
      ports.signIn = async () => ({ ...grant, accessToken: 'token-2' });
      const asking = await service.link([]);
      expect(asking).toMatchObject({ id, question: { candidates: [{ id, label: 'My account' }] } });
      expect((await ports.secrets.readGrant(id as never))?.accessToken).toBe('token-1');
      const told = await service.identify(same ? id : null);
      expect(told).toMatchObject({ question: null, linked: true, balance: { available: 85 } });
      expect(told.id === id).toBe(same);
      expect((await ports.secrets.readGrant(told.id))?.accessToken).toBe('token-2');
      expect(await ports.secrets.readGrant('unsettled')).toBeUndefined();
    }
  });

  it('forgets a grant that waited for an answer once another link settles whose account it is', async () => {
    const { service, ports } = await createService();
    await service.link([]);
    expect((await service.link([])).question).not.toBeNull();
    expect(await ports.secrets.readGrant('unsettled')).toBeDefined();
    await ports.accounts.settle(await ports.accounts.active(), evidenceOf(null, ['b1']));
    ports.inspect = async () => ({ evidence: evidenceOf(null, ['b1']), cash, failure: null });
    expect((await service.link([])).question).toBeNull();
    expect(await ports.secrets.readGrant('unsettled')).toBeUndefined();
  });

  it('gives an account the name that the user wants', async () => {
    const { service } = await createService();
    const { id } = await service.status();
    expect(await service.rename(id, 'Savings')).toMatchObject({ label: 'Savings' });
    await expect(service.rename(crypto.randomUUID(), 'x')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lets no two accounts bear one name', async () => {
    const { service, ports } = await createService({
      inspect: async () => ({ evidence: evidenceOf(null, ['b1']), cash, failure: null }),
    });
    const first = await service.link([]);
    await service.rename(first.id, 'Account 2');
    ports.inspect = async () => ({ evidence: evidenceOf(null, ['z9']), cash, failure: null });
    const second = await service.link([]);
    expect(second.label).toBe('Account 3');
    await expect(service.rename(second.id, 'account 2')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await service.rename(second.id, 'ACCOUNT 3')).toMatchObject({ label: 'ACCOUNT 3' });
  });

  it('tells until when Bondora takes no call, and of other problems no end', async () => {
    const refused = new AppError('rate-limited', 'No further call.', { data: { freeAt: 5000 } });
    const { service, ports } = await createService({
      inspect: async () => ({ evidence: evidenceOf(null), cash: null, failure: refused }),
    });
    expect(await service.link([])).toMatchObject({ problem: 'No further call.', problemEndsAt: 5000 });
    expect(await service.readBalance()).toMatchObject({ problem: null, problemEndsAt: null });
    ports.readCash = () => Promise.reject(refused);
    await expect(service.readBalance()).rejects.toBe(refused);
    expect(await service.status()).toMatchObject({ problem: 'No further call.', problemEndsAt: 5000 });
    ports.readCash = failing('server', 'Failed.');
    await expect(service.readBalance()).rejects.toMatchObject({ code: 'server' });
    expect(await service.status()).toMatchObject({ problem: 'Failed.', problemEndsAt: null });
  });

  it('shows no account the cash or the problem of another that was active when it was read', async () => {
    const { service, ports } = await createService({
      inspect: async () => ({ evidence: evidenceOf(null, ['b1']), cash, failure: null }),
    });
    const first = await service.link([]);
    ports.inspect = async () => ({ evidence: evidenceOf(null, ['z9']), cash, failure: null });
    const second = await service.link([]);
    ports.readCash = async () => {
      await service.activate(first.id);
      return { ...cash, totalAvailable: 1 };
    };
    expect(await service.readBalance()).toMatchObject({ id: first.id, balance: { available: 85 } });
    await service.activate(second.id);
    expect(await service.status()).toMatchObject({ balance: { available: 85 } });
    ports.readCash = async () => {
      await service.activate(first.id);
      throw new AppError('server', 'Failed.');
    };
    await expect(service.readBalance()).rejects.toMatchObject({ code: 'server' });
    expect(await service.status()).toMatchObject({ id: first.id, problem: null });
    expect(await service.activate(second.id)).toMatchObject({ problem: 'Failed.' });
  });

  it('shows the balance before it when an answer holds none', async () => {
    const { service, ports } = await createService();
    await service.linkToken('pasted');
    const empty = createAccountService({ ...ports, readCash: async () => ({ ...cash, reserved: null }) });
    await expect(empty.readBalance()).rejects.toMatchObject({ code: 'nonsense' });
    expect((await service.status()).balance).toMatchObject({ available: 85 });
  });
});

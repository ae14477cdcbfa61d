import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createApplicationService } from '../../../entrypoints/background/application.ts';
import { createSecrets } from '../../../entrypoints/background/stores.ts';
import { createDatabase } from '#lib/store/database.ts';
import { createRecords } from '#lib/store/records.ts';

const entered = { clientId: 'abc', clientSecret: 'secret-1', signInHost: 'www.bondora.com' } as const;

describe('createApplicationService', () => {
  it('keeps the secret when the same application is saved without one, and drops it for another', async () => {
    const secrets = createSecrets(createRecords(createDatabase(crypto.randomUUID()), 'secrets'));
    const service = createApplicationService(secrets, 'https://id.chromiumapp.org/', async () => undefined);
    expect(await service.status()).toMatchObject({ clientId: null, hasSecret: false });
    await service.save(entered);
    expect(await service.save({ ...entered, clientSecret: null })).toMatchObject({ hasSecret: true });
    const other = await service.save({ ...entered, clientId: 'def', clientSecret: null });
    expect(other).toMatchObject({ clientId: 'def', hasSecret: false });
    expect(JSON.stringify(other)).not.toContain('secret-1');
  });
});

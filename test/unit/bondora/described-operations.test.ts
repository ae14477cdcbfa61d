import { describe, expect, it } from 'vitest';
import { auctionParameters } from '#lib/bondora/auctions.ts';
import { bidParameters } from '#lib/bondora/bids.ts';
import { eventParameters } from '#lib/bondora/event-log.ts';
import { investmentParameters } from '#lib/bondora/investments.ts';
import { marketParameters } from '#lib/bondora/market-parameters.ts';
import type { Operation } from '#lib/bondora/operation.ts';
import { operations } from '#lib/bondora/operations.ts';
import { datasetParameters } from '#lib/bondora/public-dataset.ts';
import { getQuota } from '#lib/bondora/quota-table.ts';
import { describedOperations, getOperation, resolveSchema } from '#test/contract/api-description.ts';

const ours = Object.values(operations) as unknown as Operation<{ id: string }, unknown>[];
const windows: Record<string, number> = { '1h': 3_600_000, '1s': 1000 };

describe('the operations', () => {
  it('are those of the description, the sign-in’s three apart', () => {
    expect(describedOperations).toHaveLength(27);
    const signIn = ['authorize', 'requestAccessToken', 'revokeAccessToken'];
    expect([...ours.map(({ id }) => id), ...signIn].toSorted()).toEqual(
      describedOperations.map(({ operationId }) => operationId).toSorted(),
    );
    expect(Object.entries(operations).filter(([name, { id }]) => name !== id)).toEqual([]);
  });

  it.each(ours.map((operation) => [operation.id, operation] as const))(
    '%s has the method, address, permission and quota of the description',
    (id, operation) => {
      const described = getOperation(id);
      const quota = getQuota(operation.quota);
      expect(operation.method).toBe(described.method);
      expect(operation.path({ id: '{id}' })).toBe(described.path);
      expect(operation.scope).toBe(described.scope);
      expect(quota.calls).toBe(described.limit.limit);
      expect(quota.windowMs).toBe(windows[described.limit.window ?? '']);
    },
  );

  it('are written once when they answer "taken over", and read again otherwise', () => {
    expect(ours.filter(({ kind }) => kind === 'write').map(({ id }) => id)).toEqual(
      ours.filter(({ id }) => getOperation(id).answer.status === 202).map(({ id }) => id),
    );
  });
});

describe('the parameters', () => {
  const tables = {
    listInvestments: investmentParameters,
    listSecondaryMarket: marketParameters,
    listAuctions: auctionParameters,
    listBids: bidParameters,
    listEvents: eventParameters,
    listPublicDataset: datasetParameters,
  };

  it.each(Object.entries(tables))('of %s are all those of the description', (id, table) => {
    expect(
      Object.values(table)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(
      getOperation(id)
        .parameters.map(({ name }) => name)
        .toSorted(),
    );
  });

  it.each(Object.keys(tables))('of %s allow the largest page of the description', (id) => {
    const page = getOperation(id).parameters.find(({ name }) => name === 'PageSize')?.schema;
    const operation = ours.find((one) => one.id === id);
    expect(getQuota(operation?.quota ?? 'bids').largestPage).toBe((page as { maximum?: number }).maximum);
  });

  it('of batches allow as many items as the description', () => {
    const batches = describedOperations.filter(({ body, method }) => body !== undefined && method === 'POST');
    for (const { operationId, body } of batches) {
      const operation = ours.find((one) => one.id === operationId);
      const lists = Object.values(resolveSchema(body ?? {}).properties ?? {}) as { maxItems?: number }[];
      const largest = lists.find(({ maxItems }) => maxItems !== undefined)?.maxItems;
      if (operation !== undefined) expect(getQuota(operation.quota).largestBatch).toBe(largest);
    }
  });
});

import { AppError } from '#lib/base/app-error.ts';
import type { Scope } from '#lib/base/permissions.ts';
import { createEvidence, type AccountEvidence } from '#lib/bondora/account-evidence.ts';
import type { BondoraClient } from '#lib/bondora/client.ts';
import { getQuota } from '#lib/bondora/quota-table.ts';
import type { Cash } from './account.ts';

/**
 * Reads what tells the account behind a new grant from others: its cash and Go & Grow accounts, and its bids and
 * reports as far as the permissions go. Investments are left out: of their calls there are five an hour.
 * @param client speaks with the new grant's token
 * @param scopes what was granted; null when the token does not tell
 * @throws `unauthorized` when the token is not accepted. Whatever else fails only leaves less evidence
 */
export async function inspectAccount(
  client: BondoraClient,
  scopes: readonly string[] | null,
): Promise<{ evidence: AccountEvidence; cash: Cash | null; failure: AppError | null }> {
  let failure: AppError | null = null;
  const attempt = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'unauthorized') throw error;
      // A pasted token may lack a permission; that is no problem to tell of.
      if (error.code !== 'forbidden') failure ??= error;
      return undefined;
    }
  };
  const may = (scope: Scope): boolean => scopes === null || scopes.includes(scope);

  const balance = await attempt(() => client.getAccountBalance({}, { when: 'now' }));
  const pageSize = getQuota('bids').largestPage ?? 1;
  const bids = may('BidsRead') ? await attempt(() => client.listBids({ pageSize, pageNr: 1 })) : undefined;
  const reports = may('ReportRead') ? await attempt(() => client.listReports({})) : undefined;
  return {
    evidence: createEvidence({
      ...(bids === undefined ? {} : { bids }),
      ...(reports === undefined ? {} : { reports: reports.value }),
      ...(balance === undefined ? {} : { balance: balance.value }),
    }),
    cash: balance?.value ?? null,
    failure,
  };
}

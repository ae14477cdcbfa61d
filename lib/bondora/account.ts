import { decodeOne, type Operation, type Answer } from './operation.ts';
import { field, listReader, part, recordReader, type RecordOf } from './record-reader.ts';
import { number, text } from './value-readers.ts';

const goGrowAccount = {
  name: field('Name', text),
  netDeposits: field('NetDeposits', number),
  netProfit: field('NetProfit', number),
  totalSaved: field('TotalSaved', number),
};

const accountBalance = {
  balance: field('Balance', number),
  reserved: field('Reserved', number),
  bidRequestAmount: field('BidRequestAmount', number),
  totalAvailable: field('TotalAvailable', number),
  goGrowAccounts: part('GoGrowAccounts', listReader(recordReader(goGrowAccount))),
};

/** Cash of the investor in euros; Go & Grow money is not part of the balance. */
export type AccountBalance = RecordOf<typeof accountBalance>;

/** Cash and Go & Grow accounts. */
export const getAccountBalance: Operation<Record<string, never>, Answer<AccountBalance>> = {
  id: 'getAccountBalance',
  method: 'GET',
  path: () => '/api/v1/account/balance',
  scope: null,
  quota: 'account/balance',
  kind: 'read',
  decode: decodeOne(recordReader(accountBalance)),
};

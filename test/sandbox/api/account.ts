import type { SandboxContext } from '../context.ts';
import { roundMoney } from '../world/money.ts';
import { parseInstant, writeInstant } from './dot-net-dates.ts';
import type { Endpoint } from './endpoints.ts';
import { answer, answerPage, answerProblem } from './envelope.ts';
import { createInvestmentItem } from './investment-item.ts';
import { searchInvestments } from './investment-search.ts';
import { readPaging } from './query.ts';

/** The tag Account of the API. */
export function listAccountEndpoints({ world, eventLog }: SandboxContext): Endpoint[] {
  return [
    {
      method: 'GET',
      path: 'account/balance',
      handle({ token }) {
        const investor = world.investors[token.investor];
        if (!investor) return answerProblem({ status: 500, message: 'An error has occurred.' });
        const { balance, reserved, requested } = investor;
        return answer({
          Balance: balance,
          Reserved: reserved,
          BidRequestAmount: requested,
          TotalAvailable: roundMoney(balance - reserved - requested),
          GoGrowAccounts: investor.goGrow.map((account) => ({
            Name: account.name,
            NetDeposits: account.netDeposits,
            NetProfit: account.netProfit,
            TotalSaved: roundMoney(account.netDeposits + account.netProfit),
          })),
        });
      },
    },
    {
      method: 'GET',
      path: 'account/investments',
      scope: 'Investments',
      handle: ({ query, token }) =>
        answerPage(
          searchInvestments(world, token.investor, query),
          readPaging(query, 50_000),
          ({ part, holding }) => createInvestmentItem(world, part, holding),
        ),
    },
    {
      method: 'GET',
      path: 'eventlog',
      handle({ query, token }) {
        const type = query.findNumber('EventType');
        const from = parseInstant(query.find('EventDateFrom') ?? '') ?? Number.NEGATIVE_INFINITY;
        const to = parseInstant(query.find('EventDateTo') ?? '') ?? Number.POSITIVE_INFINITY;
        const address = query.find('IpAddress');
        const found = eventLog.filter(
          (call) =>
            call.investor === token.investor &&
            (type === undefined || call.type === type) &&
            (address === undefined || call.address === address) &&
            call.at >= from &&
            call.at <= to,
        );
        return answerPage(found, readPaging(query, 20_000), (call) => ({
          EventDate: writeInstant(call.at),
          EventType: call.type,
          IpAddress: call.address,
          Data: call.data,
        }));
      },
    },
  ];
}

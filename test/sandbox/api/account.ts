import type { SandboxContext } from '../context.ts';
import { roundMoney } from '../world/money.ts';
import type { Endpoint } from './endpoints.ts';
import { answer, answerProblem } from './envelope.ts';

/** The tag Account of the API. */
export function listAccountEndpoints({ world }: SandboxContext): Endpoint[] {
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
  ];
}

import type { SandboxContext } from '../context.ts';
import type { Endpoint } from './endpoints.ts';
import { parseInstant } from './dot-net-dates.ts';
import { answerPage } from './envelope.ts';
import { createPublicLoan } from './public-loan.ts';
import { readPaging } from './query.ts';

/** The published loan book. */
export function listPublicDatasetEndpoints({ world }: SandboxContext): Endpoint[] {
  return [
    {
      method: 'GET',
      path: 'publicdataset',
      handle({ query }) {
        const ids = new Set(query.list('LoanIds').map((id) => id.toLowerCase()));
        const countries = query.list('Countries');
        const ratings = query.list('Ratings');
        const from = parseInstant(query.find('LoanDateFrom') ?? '') ?? Number.NEGATIVE_INFINITY;
        const to = parseInstant(query.find('LoanDateTo') ?? '') ?? Number.POSITIVE_INFINITY;
        const found = world.loans.filter(
          (loan) =>
            !loan.stage &&
            (ids.size === 0 || ids.has(world.getLoanId(loan))) &&
            (countries.length === 0 || countries.includes(loan.country)) &&
            (ratings.length === 0 || ratings.includes(loan.rating ?? '')) &&
            loan.issuedOn * 86_400_000 >= from &&
            loan.issuedOn * 86_400_000 <= to,
        );
        return answerPage(found, readPaging(query, 10_000), (loan) => createPublicLoan(world, loan));
      },
    },
  ];
}

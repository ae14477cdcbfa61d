import type { SandboxContext } from '../context.ts';
import { isGuid, readBody, readItemIds } from './body.ts';
import type { ApiCall, Endpoint } from './endpoints.ts';
import { answer, answerProblem, notFound } from './envelope.ts';
import { createLoanPartDetails } from './loan-part-details.ts';

/** Loan parts in detail, one or up to a thousand. */
export function listLoanPartEndpoints({ world }: SandboxContext): Endpoint[] {
  const list = async ({ http }: ApiCall): Promise<Response> => {
    const body = await readBody(http);
    if (body instanceof Response) return body;
    const ids = readItemIds(body, 1000);
    if (ids instanceof Response) return ids;
    return answer(
      ids.map((id) => {
        const part = world.findPart(id);
        return part ? createLoanPartDetails(world, part) : null;
      }),
    );
  };
  return [
    { method: 'GET', path: 'loanpart/list', handle: list },
    { method: 'POST', path: 'loanpart/list', handle: list },
    {
      method: 'GET',
      path: 'loanpart/{id}',
      handle({ param }) {
        const id = param('id');
        if (!isGuid(id))
          return answerProblem({ status: 400, message: 'The request is invalid.', details: 'id' });
        const part = world.findPart(id);
        return part ? answer(createLoanPartDetails(world, part)) : notFound(id);
      },
    },
  ];
}

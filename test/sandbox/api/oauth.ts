import { Hono, type Context } from 'hono';
import type { SandboxContext } from '../context.ts';
import type { Token } from '../tokens.ts';
import { answerUnauthorised, findToken, type SandboxEnv } from './endpoints.ts';
import { answerProblem, answerTaken, writeJson } from './envelope.ts';

/** The token calls: /oauth/access_token and its revoke. */
export function createOAuthCalls(context: SandboxContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.post('/oauth/access_token', async (http) => {
    const body = await readBody(http);
    return body
      ? answerTokenRequest(context, body)
      : answerProblem({ status: 415, message: 'The request entity’s media type is not supported.' });
  });
  app.post('/oauth/access_token/revoke', (http) => {
    const token = findToken(context, http);
    if (typeof token === 'string') return answerUnauthorised(token);
    context.tokens.revoke(token.value);
    return answerTaken();
  });
  return app;
}

type Body = ReadonlyMap<string, string>;

/** JSON, form or multipart; undefined for other kinds of content. */
async function readBody(http: Context<SandboxEnv>): Promise<Body | undefined> {
  const type = http.req.header('content-type') ?? '';
  if (/[/+]json\b/i.test(type)) {
    const json: unknown = await http.req.json().catch(() => null);
    const pairs = typeof json === 'object' && json !== null ? Object.entries(json) : [];
    return new Map(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]));
  }
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) {
    const form = await http.req.parseBody();
    const texts = Object.entries(form).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return new Map(texts.map(([name, value]) => [name.toLowerCase(), value]));
  }
  return undefined;
}

function answerTokenRequest(context: SandboxContext, body: Body): Response {
  const { tokens } = context;
  const clientId = body.get('client_id') ?? '';
  const application = tokens.findApplication(clientId);
  if (!application || application.clientSecret !== body.get('client_secret')) {
    return refuse('invalid_client', 'Client id or client secret is not valid.');
  }
  switch (body.get('grant_type')) {
    case 'authorization_code': {
      const code = body.get('code');
      if (!code) return refuse('invalid_request', 'Parameter code is missing.');
      const endless = body.get('non_expiring')?.toLowerCase() === 'true';
      const token = tokens.redeem(code, clientId, body.get('redirect_uri'), endless);
      return token
        ? answerToken(context, token, {
            refresh_token: token.refreshToken,
            scope: token.scopes.join(' '),
          })
        : refuse('invalid_grant', 'The code is not valid, was used, or belongs to another address.');
    }
    case 'refresh_token': {
      const token = tokens.refresh(body.get('refresh_token') ?? '', clientId);
      return token
        ? answerToken(context, token, {})
        : refuse('invalid_grant', 'The refresh token is not valid.');
    }
    default:
      return refuse('unsupported_grant_type', 'grant_type must be authorization_code or refresh_token.');
  }
}

function answerToken(context: SandboxContext, token: Token, more: Record<string, string | null>): Response {
  const now = context.clock.now();
  const expiresIn = token.expiresAt === null ? 0 : Math.round((token.expiresAt - now) / 1000);
  return writeJson(
    {
      access_token: token.value,
      token_type: 'Bearer',
      expires_in: expiresIn,
      ...(token.expiresAt === null ? {} : { valid_until: Math.floor(token.expiresAt / 1000) }),
      ...more,
    },
    200,
    { 'cache-control': 'no-store' },
  );
}

function refuse(error: string, description: string): Response {
  return writeJson({ error, error_description: description }, 400);
}

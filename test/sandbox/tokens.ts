import { createRandom, type Random } from './world/random.ts';

/** Permissions of the API. Calls that need none still need a token. */
export const scopes = [
  'Investments',
  'BidsRead',
  'BidsEdit',
  'SmSell',
  'SmBuy',
  'ReportCreate',
  'ReportRead',
] as const;
export type Scope = (typeof scopes)[number];

/** An application as investors register it at api.bondora.com. */
export interface Application {
  name: string;
  clientId: string;
  clientSecret: string;
  callback: string;
}

export interface Token {
  value: string;
  clientId: string;
  /** Whose account it opens: index of an investor. */
  investor: number;
  scopes: readonly Scope[];
  /** Epoch milliseconds; null when it never ends. */
  expiresAt: number | null;
  refreshToken: string | null;
}

/** Codes, tokens and the applications they belong to. Nothing here guards anything real. */
export interface TokenDesk {
  application: Application;
  /** A token without end and with all permissions, as the button on /Application makes it, for each investor. */
  pasted: readonly string[];
  /** Milliseconds that a new token lives. */
  lifetimeMs: number;
  findApplication(clientId: string): Application | undefined;
  createCode(grant: {
    clientId: string;
    investor: number;
    scopes: readonly Scope[];
    redirectUri: string;
  }): string;
  /** Trades a code for a token; undefined when the code is unknown, used, too old or another application's. */
  redeem(
    code: string,
    clientId: string,
    redirectUri: string | undefined,
    endless: boolean,
  ): Token | undefined;
  /** A new access token of the same grant. The refresh token stays as it is. */
  refresh(refreshToken: string, clientId: string): Token | undefined;
  /** The token if it is good now. */
  find(value: string): Token | undefined;
  revoke(value: string): void;
  /** Ends access tokens (all, or of one investor); refresh tokens stay good. */
  expireAll(): void;
  /** Withdraws every token and refresh token, pasted ones included. */
  revokeAll(): void;
}

const codeLifeMs = 10 * 60_000;

/** Opens a desk with one registered application. `now` is in epoch milliseconds. */
export function createTokenDesk(seed: number, investors: number, now: () => number): TokenDesk {
  const random = createRandom(seed, 'tokens');
  const application: Application = {
    name: 'My Bondlens',
    clientId: word(random, 32, '0123456789abcdef'),
    clientSecret: word(random, 48),
    callback: 'https://localhost:3000/callback',
  };
  const codes = new Map<
    string,
    { grant: Omit<Token, 'value' | 'expiresAt' | 'refreshToken'>; redirectUri: string; at: number }
  >();
  const tokens = new Map<string, Token>();
  const grants = new Map<string, Token>();
  const pasted: string[] = [];

  const issue = (grant: Pick<Token, 'clientId' | 'investor' | 'scopes'>, endless: boolean): Token => {
    const token: Token = {
      ...grant,
      value: word(random, 48),
      expiresAt: endless ? null : now() + desk.lifetimeMs,
      refreshToken: null,
    };
    tokens.set(token.value, token);
    return token;
  };

  const desk: TokenDesk = {
    application,
    pasted,
    lifetimeMs: 3_600_000,
    findApplication: (clientId) => (clientId === application.clientId ? application : undefined),
    createCode({ redirectUri, ...grant }) {
      const code = word(random, 32);
      codes.set(code, { grant, redirectUri, at: now() });
      return code;
    },
    redeem(code, clientId, redirectUri, endless) {
      const found = codes.get(code);
      codes.delete(code);
      if (!found || found.grant.clientId !== clientId || now() > found.at + codeLifeMs) return undefined;
      if (redirectUri !== undefined && redirectUri !== found.redirectUri) return undefined;
      const token = issue(found.grant, endless);
      if (!endless) {
        token.refreshToken = word(random, 48);
        grants.set(token.refreshToken, token);
      }
      return token;
    },
    refresh(refreshToken, clientId) {
      const grant = grants.get(refreshToken);
      return grant && grant.clientId === clientId ? issue(grant, false) : undefined;
    },
    find(value) {
      const token = tokens.get(value);
      return token && (token.expiresAt === null || token.expiresAt > now()) ? token : undefined;
    },
    revoke(value) {
      const token = tokens.get(value);
      tokens.delete(value);
      if (token?.refreshToken) grants.delete(token.refreshToken);
    },
    expireAll() {
      for (const token of tokens.values()) if (token.expiresAt !== null) token.expiresAt = now();
    },
    revokeAll() {
      tokens.clear();
      grants.clear();
      codes.clear();
    },
  };

  for (let investor = 0; investor < investors; investor++) {
    pasted.push(issue({ clientId: application.clientId, investor, scopes: [...scopes] }, true).value);
  }
  return desk;
}

/** Whether codes of this application may be sent there: its own callback, or the browser's address of an extension. */
export function mayRedirect(application: Application, redirectUri: string): boolean {
  if (redirectUri === application.callback) return true;
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname } = new URL(redirectUri);
  return (
    protocol === 'https:' &&
    (hostname.endsWith('.chromiumapp.org') || hostname.endsWith('.extensions.allizom.org'))
  );
}

function word(
  random: Random,
  length: number,
  letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
): string {
  let text = '';
  for (let at = 0; at < length; at++) text += letters[random.int(0, letters.length - 1)] ?? '0';
  return text;
}

import * as v from 'valibot';

/** What the user granted, and the tokens that stand for it. Kept where no content script can read. */
export interface TokenGrant {
  accessToken: string;
  /** Null for a token that has no end or cannot be renewed. */
  refreshToken: string | null;
  /** Epoch ms by our clock; null when the token has no end. */
  expiresAt: number | null;
  /** Null when the token does not tell, as a pasted one. */
  scopes: readonly string[] | null;
}

/** The application the user registered at Bondora. */
export interface Application {
  clientId: string;
  clientSecret: string;
}

/** Where the grant of one account is kept. */
export interface TokenStore {
  /** Undefined when the account is not linked. */
  read(): Promise<TokenGrant | undefined>;
  /**
   * Replaces the grant if its access token still is `seen`, and resolves with whether it was. So a renewal that ends after
   * the account was unlinked or linked anew changes nothing. Resolves once it is on disk.
   */
  replace(seen: string, grant: TokenGrant): Promise<boolean>;
}

const grantSchema = v.object({
  accessToken: v.pipe(v.string(), v.minLength(1)),
  refreshToken: v.nullable(v.string()),
  expiresAt: v.nullable(v.pipe(v.number(), v.finite())),
  scopes: v.nullable(v.array(v.string())),
});

/** A stored grant; undefined for anything else. */
export function readGrant(stored: unknown): TokenGrant | undefined {
  const parsed = v.safeParse(grantSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

/** The grant for a token that the user pasted: what it may do and how long is not known. */
export function createPastedGrant(token: string): TokenGrant {
  return { accessToken: token.trim(), refreshToken: null, expiresAt: null, scopes: null };
}

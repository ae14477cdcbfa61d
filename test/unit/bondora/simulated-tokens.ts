import type { Clock } from '#lib/base/clock.ts';
import { answer } from './scripted-fetch.ts';

/** The token address of a simulated server. */
export interface SimulatedTokens {
  /** The user consents: the code that the consent page sends back. */
  consent(): string;
  exchange(body: string): Response;
  isGood(accessToken: string): boolean;
  /** Makes every access token bad before its time; refresh tokens stay good. */
  withdrawAll(): void;
  /** Codes that were exchanged, each at most once. */
  exchanged: string[];
  /** Refresh tokens that were used. */
  renewed: string[];
}

/** As Bondora does: codes work once, access tokens for an hour, refresh tokens stay the same. */
export function createSimulatedTokens(clock: Clock): SimulatedTokens {
  const codes = new Set<string>();
  const refreshTokens = new Set<string>();
  let goodUntil = new Map<string, number>();
  let made = 0;
  const make = (kind: string): string => {
    made += 1;
    return `${kind}${String(made).padStart(40, '0')}`;
  };

  const give = (more: Record<string, unknown>): Response => {
    const token = make('access');
    goodUntil.set(token, clock.now() + 3_600_000);
    return answer({ access_token: token, token_type: 'Bearer', expires_in: 3600, ...more });
  };

  const tokens: SimulatedTokens = {
    exchanged: [],
    renewed: [],
    consent() {
      const code = make('code');
      codes.add(code);
      return code;
    },
    exchange(body) {
      const asked = new URLSearchParams(body);
      const code = asked.get('code') ?? '';
      if (codes.delete(code)) {
        tokens.exchanged.push(code);
        const refreshToken = make('refresh');
        refreshTokens.add(refreshToken);
        return give({ refresh_token: refreshToken, scope: 'Investments' });
      }
      const refreshToken = asked.get('refresh_token') ?? '';
      if (!refreshTokens.has(refreshToken)) return answer({ error: 'invalid_grant' }, 400);
      tokens.renewed.push(refreshToken);
      return give({});
    },
    isGood: (token) => (goodUntil.get(token) ?? 0) > clock.now(),
    withdrawAll() {
      goodUntil = new Map();
    },
  };
  return tokens;
}

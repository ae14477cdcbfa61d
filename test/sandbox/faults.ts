/** What can go wrong with an answer, switched on from outside. */
export type Fault =
  /** Answers with this status instead of doing anything. 429 carries Retry-After. */
  | { kind: 'status'; status: number; retryAfterSeconds?: number }
  /** Answers with a page of HTML and status 200 instead of doing anything. */
  | { kind: 'html' }
  /** Ends the connection without an answer, before anything is done. */
  | { kind: 'refuse' }
  /** Does what was asked, then ends the connection without an answer. */
  | { kind: 'lost-answer' }
  /** Sends the right body under another content type. */
  | { kind: 'content-type'; type: string }
  /** Ends the body after so many bytes, cleanly. */
  | { kind: 'cut'; afterBytes: number }
  /** Resets the connection after so many bytes of the body. */
  | { kind: 'reset'; afterBytes: number }
  /** Waits before the headers. Real milliseconds, as all waits here. */
  | { kind: 'slow-headers'; ms: number }
  /** Sends the body in `steps` pieces (10) spread over this time; a body of unknown length in its first chunks. */
  | { kind: 'slow-body'; ms: number; steps?: number }
  /** Sends the body no faster than this. */
  | { kind: 'slow-line'; bytesPerSecond: number }
  /** Numbers become texts, texts numbers, truths texts, within the payload. */
  | { kind: 'wrong-types' }
  /** Every item of a list stands in it twice. */
  | { kind: 'duplicate' }
  /** The server's own clock is off by this much: the Date header and `valid_until`. */
  | { kind: 'clock-skew'; ms: number };

/** A fault with the requests that it meets. */
interface FaultRule {
  fault: Fault;
  /** Path of the requests; a star stands for any run of characters. */
  path: string;
  method?: string;
  /** Requests to let pass first. */
  skip?: number;
  /** Requests to meet; endless when left out. */
  times?: number;
}

/** The switchboard. */
export interface FaultDesk {
  /** Switches a fault on; the function returned switches it off again. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** The fault that meets this request, counted down. The rule added first goes first. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaultDesk(): FaultDesk {
  let rules: { rule: FaultRule; pattern: RegExp; skip: number; left: number }[] = [];
  return {
    add(rule) {
      const entry = {
        rule,
        pattern: toPattern(rule.path),
        skip: rule.skip ?? 0,
        left: rule.times ?? Number.POSITIVE_INFINITY,
      };
      rules.push(entry);
      return () => {
        rules = rules.filter((other) => other !== entry);
      };
    },
    clear: () => {
      rules = [];
    },
    take(method, path) {
      for (const entry of rules) {
        if (entry.left <= 0 || !entry.pattern.test(path)) continue;
        if (entry.rule.method && entry.rule.method !== method) continue;
        if (entry.skip > 0) {
          entry.skip--;
          continue;
        }
        entry.left--;
        return entry.rule.fault;
      }
      return undefined;
    },
  };
}

function toPattern(path: string): RegExp {
  const source = path
    .split('*')
    .map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}$`, 'i');
}

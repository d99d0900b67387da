/** So many requests in so many ms. */
export interface Allowance {
  readonly limit: number;
  readonly windowMs: number;
}

/** What one request did to its bucket. */
export interface Drawn {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When the window ends, in ms since 1970. */
  readonly resetAt: number;
  readonly resetAfterMs: number;
}

/** Counts requests in fixed windows, one bucket a key. */
export interface Buckets {
  draw(key: string, allowance: Allowance): Drawn;
}

const SWEEP_ABOVE = 1_000;

export function createBuckets(now: () => number): Buckets {
  const windows = new Map<string, { used: number; resetAt: number }>();
  return {
    draw(key, { limit, windowMs }) {
      const at = now();
      if (windows.size > SWEEP_ABOVE) {
        for (const [old, { resetAt }] of windows) if (resetAt <= at) windows.delete(old);
      }
      const current = windows.get(key);
      const open =
        current !== undefined && current.resetAt > at
          ? current
          : { used: 0, resetAt: at + windowMs };
      windows.set(key, open);
      const allowed = open.used < limit;
      if (allowed) open.used += 1;
      return {
        allowed,
        limit,
        remaining: limit - open.used,
        resetAt: open.resetAt,
        resetAfterMs: open.resetAt - at,
      };
    },
  };
}

/** Counts what Discord calls invalid requests: 401, 403 and 429 (Discord's docs, "Invalid Request Limit"). */
export interface InvalidRequests {
  add(status: number): void;
  /** Within the last ten minutes. */
  count(): number;
}

export function createInvalidRequests(now: () => number, windowMs = 600_000): InvalidRequests {
  const moments: number[] = [];
  return {
    add(status) {
      if ([401, 403, 429].includes(status)) moments.push(now());
    },
    count() {
      const since = now() - windowMs;
      while (moments[0] !== undefined && moments[0] <= since) moments.shift();
      return moments.length;
    },
  };
}

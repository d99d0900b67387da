import type { Violation } from './rules/index.ts';

/** One REST exchange. The route is a template, so no token is ever kept. */
interface RestRecord {
  readonly kind: 'rest';
  /** `PATCH /webhooks/:app/:token/messages/@original`, without the `/api/v10` prefix. */
  readonly route: string;
  readonly method: string;
  /** 0 when the socket was closed without an answer. */
  readonly status: number;
  readonly ms: number;
  /** When it began, in ms since 1970. */
  readonly at: number;
  /** Discord's error code, when the answer was a refusal. */
  readonly code: number | undefined;
  /** What was wrong with the request. */
  readonly violations: readonly Violation[];
  /** What was wrong with this Discord's own answer: always a fault of the playground. */
  readonly answerViolations: readonly Violation[];
  /** True when a fault had a hand in it. */
  readonly faulted: boolean;
  /** The JSON body as received; multipart files are left out. */
  readonly body: unknown;
}

/** One gateway payload. */
interface GatewayRecord {
  readonly kind: 'gateway';
  readonly direction: 'sent' | 'received' | 'closed';
  readonly shard: number | undefined;
  /** The close code when `direction` is `closed`. */
  readonly op: number;
  readonly event: string | undefined;
  readonly at: number;
}

type TrafficRecord = RestRecord | GatewayRecord;

/** One violation, and where it was found: a route template, or the name of a gateway event. */
interface Finding extends Violation {
  readonly route: string;
  /** An answer or an event was sent by this Discord itself. */
  readonly side: 'request' | 'answer' | 'event';
}

/** Everything that passed between the bot and this Discord, newest last. */
interface Traffic {
  records(): readonly TrafficRecord[];
  /** REST exchanges, optionally of one route template only. */
  rest(route?: string): readonly RestRecord[];
  gateway(): readonly GatewayRecord[];
  /** Calls `listener` for each new record; returns the way to stop. */
  subscribe(listener: (record: TrafficRecord) => void): () => void;
  /** Everything the validation found, in requests and in answers. */
  violations(): readonly Finding[];
  clear(): void;
}

export interface TrafficLog extends Traffic {
  add(record: TrafficRecord): void;
  /** Notes what is wrong with a gateway event this Discord sent. */
  condemn(event: string, violations: readonly Violation[]): void;
}

/** Keeps the newest `limit` records, and as many findings. */
export function createTraffic(limit = 5_000): TrafficLog {
  const kept: TrafficRecord[] = [];
  const findings: Finding[] = [];
  const find = (route: string, side: Finding['side'], violations: readonly Violation[]): void => {
    findings.push(...violations.map((violation) => ({ ...violation, route, side })));
    if (findings.length > limit) findings.splice(0, findings.length - limit);
  };
  const listeners = new Set<(record: TrafficRecord) => void>();
  const rest = (route?: string): RestRecord[] =>
    kept
      .filter((record) => record.kind === 'rest')
      .filter((record) => route === undefined || record.route === route);
  return {
    rest,
    records: () => [...kept],
    gateway: () => kept.filter((record) => record.kind === 'gateway'),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    violations: () => [...findings],
    condemn(event, violations) {
      find(event, 'event', violations);
    },
    clear() {
      kept.splice(0);
      findings.splice(0);
    },
    add(record) {
      kept.push(record);
      if (kept.length > limit) kept.shift();
      if (record.kind === 'rest') {
        find(record.route, 'request', record.violations);
        find(record.route, 'answer', record.answerViolations);
      }
      for (const listener of listeners) listener(record);
    },
  };
}

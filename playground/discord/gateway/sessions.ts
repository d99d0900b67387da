import { randomBytes } from 'node:crypto';

/** One dispatched event as it went over the wire. */
interface Dispatched {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

/** What carries a session's payloads; gone while the bot is away. */
export interface Wire {
  send(payload: object): void;
  close(code: number): void;
  /** Parts the socket, which stays open for a new IDENTIFY or RESUME, from its session. */
  release(): void;
  terminate(): void;
  /** While true, nothing that arrives is answered and nothing is sent. */
  silent: boolean;
}

/** One identified bot connection, which outlives its socket until the resume window ends. */
export interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  seq: number;
  readonly buffer: Dispatched[];
  wire: Wire | undefined;
  /** When its socket was lost, in ms since 1970. */
  lostAt: number | undefined;
}

const REPLAY_LIMIT = 1_000;

/** Whether events after `seq` are no longer kept, so that a resume would leave some out. */
export function missedTooMuch({ buffer }: Session, seq: number): boolean {
  const [oldest] = buffer;
  return oldest !== undefined && oldest.s > seq + 1;
}

/** The sessions that are connected or may still be resumed. */
export interface Sessions {
  open(details: Pick<Session, 'shard' | 'shards' | 'intents' | 'wire'>): Session;
  find(id: string): Session | undefined;
  all(): Session[];
  forget(session: Session): void;
  /** Sends an event on a session, or keeps it for the replay. */
  dispatch(session: Session, event: string, data: unknown): void;
}

/** `windowMs` is how long a session without a socket lives. */
export function createSessions(now: () => number, windowMs: number): Sessions {
  const sessions = new Map<string, Session>();
  const prune = (): void => {
    for (const { id, lostAt } of sessions.values()) {
      if (lostAt !== undefined && now() - lostAt > windowMs) sessions.delete(id);
    }
  };
  return {
    open(details) {
      const session = {
        ...details,
        id: randomBytes(16).toString('hex'),
        seq: 0,
        buffer: [],
        lostAt: undefined,
      };
      sessions.set(session.id, session);
      return session;
    },
    find(id) {
      prune();
      return sessions.get(id);
    },
    all() {
      prune();
      return [...sessions.values()];
    },
    forget: ({ id }) => void sessions.delete(id),
    dispatch(session, t, d) {
      session.seq += 1;
      const payload = { op: 0, s: session.seq, t, d } as const;
      session.buffer.push(payload);
      if (session.buffer.length > REPLAY_LIMIT) session.buffer.shift();
      session.wire?.send(payload);
    },
  };
}

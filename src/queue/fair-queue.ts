/** Who waits: turns go round the servers, and within a server round its members. */
export interface Party {
  readonly guildId: string;
  readonly userId: string;
}

/** The queue was closed before the work began. */
export class QueueClosedError extends Error {
  override readonly name = 'QueueClosedError';

  constructor() {
    super('The queue is closed.');
  }
}

/** Bounded work in a fair order. */
export interface FairQueue {
  /**
   * Runs the work when its turn comes.
   * @throws QueueClosedError when the queue closes first; the signal's reason when it is aborted
   * first; otherwise whatever the work throws.
   */
  run<T>(party: Party, work: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Refuses what waits and what comes; work that runs is left to end. */
  close(): void;
  readonly waiting: number;
  readonly running: number;
}

interface Entry {
  readonly start: () => void;
  readonly refuse: (reason: Error) => void;
}

type Member = Entry[];
type Guild = Map<string, Member>;

/** A queue that never runs more than `concurrency` pieces of work at once. */
export function createFairQueue(concurrency: number): FairQueue {
  const guilds = new Map<string, Guild>();
  let running = 0;
  let waiting = 0;
  let closed = false;

  function enter({ guildId, userId }: Party, entry: Entry) {
    const guild = guilds.get(guildId) ?? new Map<string, Member>();
    const member = guild.get(userId) ?? [];
    member.push(entry);
    guild.set(userId, member);
    guilds.set(guildId, guild);
    waiting += 1;
  }

  function leave({ guildId, userId }: Party, entry: Entry) {
    const guild = guilds.get(guildId);
    const member = guild?.get(userId);
    const index = member?.indexOf(entry) ?? -1;
    if (guild === undefined || member === undefined || index < 0) return;
    member.splice(index, 1);
    waiting -= 1;
    if (member.length === 0) guild.delete(userId);
    if (guild.size === 0) guilds.delete(guildId);
  }

  /** Whoever has waited longest for a turn stands first; after a turn they go to the end. */
  function next(): Entry | undefined {
    for (const [guildId, guild] of guilds) {
      for (const [userId, member] of guild) {
        const entry = member.shift();
        guild.delete(userId);
        guilds.delete(guildId);
        if (member.length > 0) guild.set(userId, member);
        if (guild.size > 0) guilds.set(guildId, guild);
        if (entry !== undefined) waiting -= 1;
        return entry;
      }
    }
    return undefined;
  }

  function advance() {
    while (running < concurrency) {
      const entry = next();
      if (entry === undefined) return;
      running += 1;
      entry.start();
    }
  }

  async function turn(party: Party, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (closed) throw new QueueClosedError();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const entry: Entry = { start: resolve, refuse: reject };
    const abort = () => {
      leave(party, entry);
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    enter(party, entry);
    advance();
    try {
      await promise;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  return {
    get waiting() {
      return waiting;
    },
    get running() {
      return running;
    },

    async run(party, work, signal) {
      await turn(party, signal);
      try {
        return await work();
      } finally {
        running -= 1;
        advance();
      }
    },

    close() {
      closed = true;
      for (const guild of guilds.values()) {
        for (const member of guild.values()) {
          for (const entry of member) entry.refuse(new QueueClosedError());
        }
      }
      guilds.clear();
      waiting = 0;
    },
  };
}

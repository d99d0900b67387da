import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { LogChannel, Saying } from '../discord/moderation/log-channel.ts';
import { createRounds, type RoundSignals } from '../rounds.ts';
import { noteMute } from '../settings/mute.ts';
import { BrokenDocumentError, type Document, type Store } from '../storage/store.ts';

/** How long it waits for the bell before it looks by itself. */
const IDLE_MS = 3_600_000;

/** What telling servers anything needs. */
export interface TellingRoom {
  readonly store: Store;
  readonly channel: LogChannel;
  readonly log: Logger;
  readonly clock: Pick<Clock, 'wait'>;
  /** Aborted when the bot must stop without waiting for anything any longer. */
  readonly cut: AbortSignal;
}

/** Rows that wait to be told to servers in their log channels. */
export interface Outbox<T> {
  /** What their keys begin with; a server's id follows, and then what tells them apart. */
  readonly prefix: string;
  documentOf(key: string): Document<T>;
  /** The order of one server's rows, by their keys; that of the keys unless it is given. */
  readonly compare?: (one: string, other: string) => number;
  /** What is to be said, and where; undefined where it need not be said any more. */
  compose(key: string, row: T): Promise<(Saying & { readonly channelId: string }) | undefined>;
  /** For the operator's log. */
  factsOf(key: string): Readonly<Record<string, string | number>>;
  readonly words: {
    readonly said: string;
    /** Discord refuses; it is not tried again. */
    readonly refused: string;
    /** It will be tried again. */
    readonly late: string;
    readonly failed: string;
  };
}

/** Tells servers what waits to be told. */
export interface Teller {
  /** Something became due. */
  ring(): void;
  /** Tells what is due, now and whenever the bell rings. */
  start(): void;
  /** Resolves once nothing is being told any more; what is left is told after the next start. */
  stop(): Promise<void>;
}

/**
 * What became of a row: nothing is to be done about it now, it must be tried again, or none of its
 * server's can be told, because a document that all of them need is broken.
 */
type Told = 'done' | 'again' | 'stuck';

/** Takes rows out of an outbox and tells each one once, those of one server in their order. */
export const createTeller = <T>(outbox: Outbox<T>, room: TellingRoom): Teller =>
  createRounds((signals) => tellAll(outbox, room, signals), { ...room, everyMs: IDLE_MS });

/**
 * Tells what is due, one row of each server after another, so that none waits for what another has a
 * lot of; ends early where there is more. False when something must be tried again.
 */
async function tellAll<T>(
  outbox: Outbox<T>,
  room: TellingRoom,
  { over, rung }: RoundSignals,
): Promise<boolean> {
  let isDone = true;
  try {
    const servers = await dueIn(room.store, outbox);
    while (servers.size > 0 && !rung.aborted) {
      for (const [server, keys] of servers) {
        if (over.aborted) return false;
        const next = keys.next();
        const told = next.done === true ? 'stuck' : await tell(next.value, outbox, room);
        isDone &&= told !== 'again';
        if (told !== 'done') servers.delete(server);
      }
    }
    return isDone;
  } catch (err) {
    room.log.error({ err }, outbox.words.late);
    return false;
  }
}

/** The keys of every server's rows, in the order to tell them in. */
async function dueIn<T>(
  store: Store,
  { prefix, compare }: Outbox<T>,
): Promise<Map<string, Iterator<string, unknown>>> {
  const keys = await store.keys(prefix);
  const byServer = Map.groupBy(keys, (key) => serverIn(key, { prefix }));
  return new Map(Array.from(byServer, ([server, due]) => [server, due.toSorted(compare).values()]));
}

/** The server that a row is for. */
const serverIn = (key: string, { prefix }: { readonly prefix: string }): string =>
  key.slice(prefix.length).split(':')[0] ?? '';

/** Tells one row and takes it out, unless it has changed meanwhile. */
async function tell<T>(
  key: string,
  outbox: Outbox<T>,
  { store, channel, log }: TellingRoom,
): Promise<Told> {
  const { words } = outbox;
  const facts = outbox.factsOf(key);
  const document = outbox.documentOf(key);
  try {
    const row = await store.read(document);
    if (row === undefined) return 'done';
    const message = await outbox.compose(key, row);
    if (message !== undefined) {
      const { channelId, ...saying } = message;
      const said = await channel.say(channelId, saying, nonceOf(key, row));
      if (said.kind === 'lost') {
        log.warn(facts, words.late);
        return 'again';
      }
      if (said.kind === 'said') log.info(facts, words.said);
      else log.warn({ ...facts, code: said.code }, words.refused);
      const why = said.kind === 'said' ? undefined : said.why;
      await noteMute(store, serverIn(key, outbox), channelId, why).catch((err: unknown) =>
        log.error({ err, ...facts }, 'whether a log channel takes anything is not kept'),
      );
    }
    await store.update({ document }, ({ document: now }) => ({
      answer: undefined,
      ...(isDeepStrictEqual(row, now) && { write: { document: null } }),
    }));
    return 'done';
  } catch (err) {
    log.error({ err, ...facts }, words.failed);
    if (!(err instanceof BrokenDocumentError)) return 'again';
    return err.key === key ? 'done' : 'stuck';
  }
}

/** The same for the same row, after a crash as well; at most 25 characters (Discord's docs). */
const nonceOf = (key: string, row: unknown): string =>
  createHash('sha256')
    .update(`${key}:${JSON.stringify(row)}`)
    .digest('base64url')
    .slice(0, 25);

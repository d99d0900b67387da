import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import {
  WARNING_PREFIX,
  type Warning,
  warningDocument,
  type WarningLevel,
} from './credits/documents.ts';
import type { LogChannel } from './discord/log-channel.ts';
import type { Settings } from './settings/settings.ts';
import { BrokenDocumentError, type Store } from './storage/store.ts';
import { waitAfter } from './wait.ts';
import { warningText } from './words/warnings.ts';

/** Waits after a pass that left something untold. */
const WAITS_MS = [1_000, 5_000, 30_000, 60_000, 300_000];

/** How long it waits for the bell before it looks by itself. */
const IDLE_MS = 3_600_000;

/** What telling warnings needs. */
export interface WarningRoom {
  readonly store: Store;
  readonly settings: Settings;
  readonly channel: LogChannel;
  readonly log: Logger;
  readonly clock: Pick<Clock, 'wait'>;
  /** Aborted when the bot must stop without waiting for anything any longer. */
  readonly cut: AbortSignal;
}

/** Tells servers in their log channels that their credits run out. */
export interface Warnings {
  /** A warning became due. */
  ring(): void;
  /** Tells what is due, now and whenever the bell rings. */
  start(): void;
  /** Resolves once nothing is being told any more; what is left is told after the next start. */
  stop(): Promise<void>;
}

/** Which warning is meant. */
interface Due {
  readonly guildId: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly level: WarningLevel;
}

/** Takes warnings out of the store, where the ledger leaves them, and tells each one once. */
export function createWarnings(room: WarningRoom): Warnings {
  const end = new AbortController();
  const over = AbortSignal.any([room.cut, end.signal]);
  let bell = new AbortController();
  let running = Promise.resolve();

  async function run(): Promise<void> {
    for (let attempt = 0; !over.aborted; ) {
      bell = new AbortController();
      const isDone = await tellAll(room, over);
      const pause = isDone ? IDLE_MS : waitAfter(attempt, WAITS_MS);
      attempt = isDone ? 0 : attempt + 1;
      await room.clock.wait(pause, AbortSignal.any([over, bell.signal]));
    }
  }

  return {
    ring: () => bell.abort(),
    start() {
      running = run();
    },
    stop() {
      end.abort();
      return running;
    },
  };
}

/** Tells everything that is due. False when something must be tried again. */
async function tellAll(room: WarningRoom, over: AbortSignal): Promise<boolean> {
  let isDone = true;
  try {
    for (const due of await dueIn(room.store)) {
      if (over.aborted) return false;
      isDone = (await tell(due, room)) && isDone;
    }
    return isDone;
  } catch (err) {
    room.log.error({ err }, 'warnings could not be told yet');
    return false;
  }
}

/** Every warning that is left to be told; of one server the lower level first. */
async function dueIn(store: Store): Promise<Due[]> {
  const keys = await store.keys(WARNING_PREFIX);
  return keys
    .map((key) => key.slice(WARNING_PREFIX.length).split(':'))
    .map(([guildId = '', month = '', level]): Due => {
      return { guildId, month, level: level === '100' ? 100 : 80 };
    })
    .toSorted((a, b) => a.level - b.level);
}

/** Tells one warning and takes it out. False when it must be tried again. */
async function tell(due: Due, { store, settings, channel, log }: WarningRoom): Promise<boolean> {
  const { guildId, month, level } = due;
  const facts = { guild: guildId, month, percent: level };
  const document = warningDocument(guildId, month, level);
  try {
    const warning = await store.read(document);
    if (warning === undefined) return true;
    const { settings: set, limits } = await settings.view(guildId);
    const isCurrent = limits.server === warning.budget;
    if (set.logChannel !== undefined && isCurrent) {
      const content = warningText({
        ...due,
        ...warning,
        isOwnCeiling: set.limits.server === warning.budget,
      });
      const said = await channel.say(set.logChannel, content, nonceOf(document.key, warning));
      if (said.kind === 'lost') {
        log.warn(facts, 'a server could not be warned yet');
        return false;
      }
      if (said.kind === 'said') log.info(facts, 'a server was warned');
      else log.warn({ ...facts, code: said.code }, 'Discord does not let a server be warned');
    }
    await store.update({ document }, ({ document: now }) => ({
      answer: undefined,
      ...(isSame(warning, now) && { write: { document: null } }),
    }));
    return true;
  } catch (err) {
    log.error({ err, ...facts }, 'a server could not be warned');
    return err instanceof BrokenDocumentError;
  }
}

const isSame = ({ used, budget }: Warning, other: Warning | undefined): boolean =>
  used === other?.used && budget === other.budget;

/** The same for the same warning, after a crash as well; at most 25 characters (Discord's docs). */
const nonceOf = (key: string, { used, budget }: Warning): string =>
  createHash('sha256').update(`${key}:${used}:${budget}`).digest('base64url').slice(0, 25);

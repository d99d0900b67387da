import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { DueReports } from '../moderation/due-reports.ts';
import type { Reporting } from './report.ts';
import { createRounds, type RoundSignals } from '../rounds.ts';
import { BrokenDocumentError } from '../storage/store.ts';

/** How often it looks by itself, in milliseconds: a report may be stored although its answer was lost. */
const EVERY_MS = 3_600_000;

/** What looking after reports needs. */
interface HidingKeeperRoom {
  readonly reporting: Pick<Reporting, 'hideDue'>;
  readonly due: Pick<DueReports, 'all'>;
  readonly log: Logger;
  readonly clock: Pick<Clock, 'wait'>;
  /** Aborted when the bot must stop. */
  readonly cut: AbortSignal;
}

/** Looks after what members reported: that it is hidden once that is due, whatever happens. */
export interface HidingKeeper {
  /** Hides a message's pictures if that is due and possible now, or else later. Never rejects. */
  hide(guildId: string, messageId: string): Promise<void>;
  start(): void;
  /** Resolves once nothing is being done any more; what is left is done after the next start. */
  stop(): Promise<void>;
}

/** Hides at the start what is due, then what could not be hidden when it became so. */
export function createHidingKeeper(room: HidingKeeperRoom): HidingKeeper {
  const { reporting, due, log } = room;
  const { ring, start, stop } = createRounds(pass, { ...room, everyMs: EVERY_MS });

  /** False when it is left to be done, and may succeed soon. */
  async function carryOut(guildId: string, messageId: string): Promise<boolean> {
    try {
      return await reporting.hideDue(guildId, messageId);
    } catch (err) {
      const facts = { err, guild: guildId, message: messageId };
      log.error(facts, 'whether reported pictures must be hidden could not be seen to');
      return err instanceof BrokenDocumentError;
    }
  }

  /** False when something is left to be done. */
  async function pass({ over }: RoundSignals): Promise<boolean> {
    try {
      let isDone = true;
      for (const { guildId, messageId } of await due.all()) {
        if (over.aborted) return false;
        const done = await carryOut(guildId, messageId);
        isDone &&= done;
      }
      return isDone;
    } catch (err) {
      log.error({ err }, 'reports could not be looked after');
      return false;
    }
  }

  return {
    async hide(guildId, messageId) {
      if (!(await carryOut(guildId, messageId))) ring();
    },
    start,
    stop,
  };
}

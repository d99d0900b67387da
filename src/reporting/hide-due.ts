import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Cases } from '../moderation/cases.ts';
import type { DueReports } from '../moderation/due-reports.ts';
import { countedReports, dueDocument } from '../moderation/report-documents.ts';
import type { OutOfSight } from './out-of-sight.ts';
import type { Settings } from '../settings/settings.ts';
import { snowflakeAt } from '../snowflake.ts';

/** What hiding by itself needs. */
interface HidingRoom {
  readonly due: DueReports;
  readonly cases: Pick<Cases, 'find' | 'openBeside'>;
  readonly settings: Pick<Settings, 'view'>;
  readonly outOfSight: OutOfSight;
  readonly log: Logger;
  /** Tells Discord's time. */
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Hides what enough members reported, where that is due, from wherever it was left; its case is opened
 * in the write that ends it, so that no crash makes two of them. False when it is left to be done.
 * Throws as the store does.
 */
export async function hideDue(
  guildId: string,
  messageId: string,
  { due, cases, settings, outOfSight, log, clock }: HidingRoom,
): Promise<boolean> {
  if (!(await due.has(guildId, messageId))) return true;
  const { policy } = await settings.view(guildId);
  const still = await due.still(guildId, messageId, policy.reportsToHide);
  if (still === undefined) return true;
  const { report } = still;
  const over = () => due.over(guildId, messageId).then(() => true);
  const { case: number, channel, author, pictures } = report;
  const entry = await cases.find(guildId, number);
  if (entry === undefined || entry.end !== null) return over();
  const spot = { channelId: channel, messageId };
  let reports = still.due.hiding;
  if (reports === null) {
    const seen = await outOfSight.look(guildId, spot);
    if (seen === 'lost') return false;
    // They were hidden before: by a moderator, or after an earlier report.
    if (seen === 'hidden') return over();
    reports = countedReports(report);
    await due.begin(guildId, messageId, reports);
  }
  const cover = { author, by: null, pictures, reports };
  const handled = await outOfSight.hide(guildId, spot, cover);
  if (handled !== 'done') {
    log.warn({ guild: guildId, case: number, why: handled }, 'reported pictures are not hidden');
  }
  switch (handled) {
    case 'lost':
      return false;
    case 'gone':
      return over();
    case 'refused':
      await due.stuck(guildId, messageId, { case: number, reports });
      return true;
    case 'done': {
      const head = {
        interactionId: snowflakeAt(clock.now()),
        actor: 'bot' as const,
        target: author,
        link: { channel, message: messageId },
      };
      const facts = { kind: 'hide' as const, pictures, reports };
      await cases.openBeside(guildId, head, dueDocument(guildId, messageId), () => ({
        facts,
        write: null,
        answer: undefined,
      }));
      return true;
    }
  }
}

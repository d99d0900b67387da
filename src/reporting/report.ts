import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Gallery, Handled } from './gallery.ts';
import type { Blocks } from '../moderation/blocks.ts';
import type { Cases } from '../moderation/cases.ts';
import type { Report } from '../moderation/report-documents.ts';
import type { DueReports } from '../moderation/due-reports.ts';
import type { Filed, NewReport, Reports } from '../moderation/reports.ts';
import { hideDue } from './hide-due.ts';
import { createOutOfSight } from './out-of-sight.ts';
import type { Settings } from '../settings/settings.ts';
import { createLocks } from '../storage/locks.ts';
import type { Decided, Decision, Ruling } from './verdict.ts';

/** What dealing with reports needs. */
export interface ReportingRoom {
  readonly reports: Reports;
  readonly due: DueReports;
  readonly cases: Cases;
  readonly blocks: Blocks;
  readonly settings: Pick<Settings, 'view'>;
  readonly gallery: Gallery;
  /** Forgets what pictures were made from, whose message is deleted. */
  readonly forget: (recordId: string) => Promise<void>;
  readonly log: Logger;
  /** Tells Discord's time. */
  readonly clock: Pick<Clock, 'now'>;
}

/** Reports of members, and what moderators do about them. Throws as the store does. */
export interface Reporting {
  file(guildId: string, report: NewReport): Promise<Filed>;
  /** Hides what enough members reported, if that is still due. False when it is left to be done. */
  hideDue(guildId: string, messageId: string): Promise<boolean>;
  decide(ruling: Ruling, decision: Decision): Promise<Decided>;
  /** Shows hidden pictures again; a case about them that is open is dismissed with it. */
  showAgain(ruling: Ruling): Promise<Decided>;
  /** Notes that a moderator deleted somebody's pictures otherwise. */
  deleted(ruling: Ruling, what: Pick<Report, 'author' | 'pictures' | 'channel'>): Promise<void>;
}

/**
 * Decisions about one message wait for one another, so that the first one holds before the next one
 * looks; a decision is written down once it is carried out, and can be made again where a crash came
 * in between.
 */
export function createReporting(room: ReportingRoom): Reporting {
  const { reports, cases, blocks, gallery } = room;
  const locks = createLocks();
  const outOfSight = createOutOfSight(reports, gallery);

  const alone = <T>(guildId: string, messageId: string, work: () => Promise<T>): Promise<T> =>
    locks.run([`${guildId}:${messageId}`], work);

  /** Carries a decision out; what is not done leaves the case as it was. */
  async function carryOut(
    { guildId, userId, interactionId, messageId }: Ruling,
    report: Report,
    decision: Decision,
  ): Promise<Handled> {
    const { author, channel, pictures, record } = report;
    const spot = { channelId: channel, messageId };
    const cover = { author, by: userId, pictures, reports: null };
    switch (decision.kind) {
      case 'hide':
        return outOfSight.hide(guildId, spot, cover);
      case 'dismiss': {
        const handled = await outOfSight.show(guildId, spot, record);
        return handled === 'gone' ? 'done' : handled;
      }
      case 'delete': {
        const handled = await gallery.remove(spot);
        if (handled !== 'done' && handled !== 'gone') return handled;
        await reports.keepHidden(guildId, messageId, null);
        if (record !== null) await room.forget(record);
        if (handled === 'done') {
          const link = { channel, message: messageId };
          const facts = { kind: 'delete' as const, pictures };
          const head = { interactionId, actor: userId, target: author, link };
          await cases.open(guildId, { ...head, facts });
        }
        return 'done';
      }
      case 'block': {
        const { reason, lastsMs } = decision;
        const order = { userId: author ?? '', by: userId, reason, interactionId, lastsMs };
        await blocks.block(guildId, order);
        return outOfSight.hide(guildId, spot, cover);
      }
    }
  }

  async function decideAlone(ruling: Ruling, decision: Decision): Promise<Decided> {
    const { guildId, messageId, userId, interactionId } = ruling;
    const report = await reports.of(guildId, messageId);
    const entry = report && (await cases.find(guildId, report.case));
    if (report === undefined || entry === undefined) return { kind: 'no-report' };
    const { target } = entry;
    if (entry.end !== null) {
      const kind = 'closed-before';
      return { kind, ...entry.end, target, isHidden: await outOfSight.has(guildId, messageId) };
    }
    if (decision.kind === 'block') {
      if (!/^\d+$/.test(report.author ?? '')) return { kind: 'no-author' };
      if (report.author === userId) return { kind: 'own' };
    }
    const handled = await carryOut(ruling, report, decision);
    if (handled !== 'done' && decision.kind !== 'block') return { kind: 'not-done', why: handled };
    const closing = { interactionId, by: userId, outcome: OUTCOME[decision.kind] };
    const closed = await cases.close(guildId, report.case, closing);
    if (closed.kind === 'closed' && closed.entry.end !== null) {
      const { end } = closed.entry;
      const hidden = await outOfSight.has(guildId, messageId);
      return { kind: 'decided', entry: closed.entry, end, handled, isHidden: hidden };
    }
    return { kind: 'no-report' };
  }

  async function showAlone(ruling: Ruling): Promise<Decided> {
    const { guildId, messageId, userId, interactionId } = ruling;
    const report = await reports.of(guildId, messageId);
    const entry = report && (await cases.find(guildId, report.case));
    if (report === undefined || entry === undefined) return { kind: 'no-report' };
    if (!(await outOfSight.has(guildId, messageId))) return { kind: 'not-hidden' };
    if (entry.end === null) return decideAlone(ruling, { kind: 'dismiss' });
    const { channel, author, pictures, record } = report;
    const handled = await outOfSight.show(guildId, { channelId: channel, messageId }, record);
    if (handled === 'gone') return { kind: 'gone' };
    if (handled !== 'done') return { kind: 'not-done', why: handled };
    await cases.open(guildId, {
      interactionId,
      actor: userId,
      target: author,
      link: { channel, message: messageId },
      facts: { kind: 'show', pictures },
    });
    return { kind: 'shown', pictures };
  }

  return {
    file: (guildId, report) => reports.file(guildId, report),

    hideDue: (guildId, messageId) =>
      alone(guildId, messageId, () => hideDue(guildId, messageId, { ...room, outOfSight })),

    decide: (ruling, decision) =>
      alone(ruling.guildId, ruling.messageId, () => decideAlone(ruling, decision)),

    showAgain: (ruling) => alone(ruling.guildId, ruling.messageId, () => showAlone(ruling)),

    deleted: ({ guildId, messageId, userId, interactionId }, { author, pictures, channel }) =>
      alone(guildId, messageId, async () => {
        const link = { channel, message: messageId };
        const head = { interactionId, actor: userId, target: author, link };
        await cases.open(guildId, { ...head, facts: { kind: 'delete', pictures } });
        await reports.keepHidden(guildId, messageId, null);
        const report = await reports.of(guildId, messageId);
        if (report === undefined) return;
        const closing = { interactionId, by: userId, outcome: 'deleted' as const };
        await cases.close(guildId, report.case, closing);
      }),
  };
}

/** How a case ends by a decision. */
const OUTCOME = {
  hide: 'hidden',
  delete: 'deleted',
  dismiss: 'dismissed',
  block: 'blocked',
} as const satisfies Record<Decision['kind'], string>;

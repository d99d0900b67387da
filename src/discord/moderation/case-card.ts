import type { Case } from '../../moderation/case-documents.ts';
import { snowflakeTime } from '../../snowflake.ts';
import { noCaseText, REPORT_OVER, wholeCaseText } from '../../words/case-list.ts';
import { reportersText, STUCK_NOTE } from '../../words/reports.ts';
import type { Desk } from '../command.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import type { Moderator } from './moderator.ts';
import { afterRows, rulingRows } from './ruling-rows.ts';

const DAY_MS = 86_400_000;

/** Everything about one case of a server. */
export async function caseCard(
  { guildId, interactionId }: Moderator,
  number: number,
  { studio: { cases, settings }, reports }: Pick<Desk, 'studio' | 'reports'>,
): Promise<MessageBody> {
  const found = await cases.find(guildId, number);
  if (found === undefined) return { content: noCaseText(number) };
  const { text: kept, number: _, ...entry } = found;
  const { policy } = await settings.view(guildId);
  // Managers may have shortened the time since; what is over by now is removed within the hour.
  const isKept = snowflakeTime(interactionId) < entry.at + policy.retentionDays * DAY_MS;
  const text = isKept ? kept : null;
  const { facts, link, end } = entry;
  const reported = facts.kind === 'report' ? link : null;
  const report = reported === null ? undefined : await reports.of(guildId, reported.message);
  const isOver = facts.kind === 'report' && end === null && report === undefined;
  const isStuck =
    report?.stuck === true &&
    reported !== null &&
    end === null &&
    (await reports.hidden(guildId, reported.message)) === undefined;
  const more = [
    ...(report === undefined ? [] : [reportersText(report)]),
    ...(isOver ? [REPORT_OVER] : []),
    ...(isStuck ? [STUCK_NOTE] : []),
  ];
  // Those who reported are listed with their reasons, the first one among them.
  const told = report === undefined ? entry : { ...entry, reason: null };
  const description = wholeCaseText({ guildId, number, entry: told, text }, more);
  const rows = isOver ? [] : await rowsOf(guildId, entry, reports);
  return { embeds: [{ description }], components: rows };
}

/** What can be pressed and does something: pictures that are not kept cannot be shown again. */
async function rowsOf(guildId: string, entry: Case, reports: Desk['reports']) {
  const { facts, link, end } = entry;
  const mayBeHidden = facts.kind === 'hide' || (facts.kind === 'report' && end !== null);
  if (link === null || !mayBeHidden) return rulingRows(entry);
  return afterRows(link.message, (await reports.hidden(guildId, link.message)) !== undefined);
}

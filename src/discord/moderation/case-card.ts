import { snowflakeTime } from '../../snowflake.ts';
import { noCaseText, wholeCaseText } from '../../words/case-list.ts';
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
  const { facts, link } = entry;
  const reported = facts.kind === 'report' ? link : null;
  const report = reported === null ? undefined : await reports.of(guildId, reported.message);
  const isStuck = report?.stuck === true && entry.end === null;
  const isHidden =
    link !== null &&
    (facts.kind === 'hide' || (reported !== null && (isStuck || entry.end !== null))) &&
    (await reports.hidden(guildId, link.message)) !== undefined;
  const more = [
    ...(report === undefined ? [] : [reportersText(report)]),
    ...(isStuck && !isHidden ? [STUCK_NOTE] : []),
  ];
  // Those who reported are listed with their reasons, the first one among them.
  const told = report === undefined ? entry : { ...entry, reason: null };
  const description = wholeCaseText({ guildId, number, entry: told, text }, more);
  const isOver = facts.kind === 'hide' || entry.end !== null;
  const rows = isOver && link !== null ? afterRows(link.message, isHidden) : rulingRows(entry);
  return { embeds: [{ description }], components: rows };
}

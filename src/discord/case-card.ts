import { noCaseText, wholeCaseText } from '../words/case-list.ts';
import { reportersText } from '../words/reports.ts';
import type { Desk } from './command.ts';
import type { MessageBody } from './interaction-api.ts';
import type { Moderator } from './moderator.ts';
import { rulingRows } from './ruling-rows.ts';

/** Everything about one case of a server. */
export async function caseCard(
  { guildId }: Moderator,
  number: number,
  { studio: { cases }, reports }: Pick<Desk, 'studio' | 'reports'>,
): Promise<MessageBody> {
  const found = await cases.find(guildId, number);
  if (found === undefined) return { content: noCaseText(number) };
  const { text, number: _, ...entry } = found;
  const { facts, link } = entry;
  const report =
    facts.kind === 'report' && link !== null ? await reports.of(guildId, link.message) : undefined;
  const more = report === undefined ? [] : [reportersText(report)];
  // Those who reported are listed with their reasons, the first one among them.
  const told = report === undefined ? entry : { ...entry, reason: null };
  const description = wholeCaseText({ guildId, number, entry: told, text }, more);
  return { embeds: [{ description }], components: rulingRows(entry) };
}

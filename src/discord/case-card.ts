import { noCaseText, wholeCaseText } from '../words/case-list.ts';
import type { Desk } from './command.ts';
import type { MessageBody } from './interaction-api.ts';
import type { Moderator } from './moderator.ts';

/** Everything about one case of a server. */
export async function caseCard(
  { guildId }: Moderator,
  number: number,
  { studio: { cases } }: Pick<Desk, 'studio'>,
): Promise<MessageBody> {
  const found = await cases.find(guildId, number);
  if (found === undefined) return { content: noCaseText(number) };
  const { text, number: _, ...entry } = found;
  const description = wholeCaseText({ guildId, number, entry, text });
  return { embeds: [{ description }] };
}

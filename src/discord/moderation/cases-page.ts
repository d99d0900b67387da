import { snowflakeSchema } from '../../snowflake.ts';
import { caseLine, casesHeading, noCasesText } from '../../words/case-list.ts';
import { MODERATION_WORDS } from '../../words/moderation.ts';
import type { Desk } from '../command.ts';
import { customId } from '../custom-id.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import type { Moderator } from './moderator.ts';
import { isOpen } from './open-case.ts';
import { turnRow } from '../paging.ts';

/**
 * What the custom ids of the buttons under a list of cases begin with; a member's id follows, or
 * nothing for all of them, and then the number that the page's cases are older than.
 */
export const CASES_PAGE = 'cases-page';

/** A page of a server's cases, as such an id says. */
export async function casesPage(
  { guildId }: Moderator,
  rest: string,
  { studio: { cases }, reports }: Pick<Desk, 'studio' | 'reports'>,
): Promise<MessageBody> {
  const [member = '', number = ''] = rest.split(':');
  const userId = snowflakeSchema.safeParse(member).data;
  const before = /^\d{1,9}$/.test(number) ? Number(number) : null;
  const page =
    userId === undefined
      ? await cases.newest(guildId, before)
      : await cases.ofMember(guildId, userId, before);
  const place = (at: number | '') => customId(CASES_PAGE, `${userId ?? ''}:${at}`);
  const components = turnRow([
    ...(before === null ? [] : [{ label: MODERATION_WORDS.newest, id: place('') }]),
    ...(page.next === null ? [] : [{ label: MODERATION_WORDS.older, id: place(page.next) }]),
  ]);
  if (page.cases.length === 0) {
    return { content: noCasesText(userId, before === null), embeds: [], components };
  }
  const lines = await Promise.all(
    page.cases.map(async (entry) =>
      caseLine({ guildId, ...entry }, await isOpen(guildId, entry, reports)),
    ),
  );
  const description = lines.join('\n');
  return { content: '', embeds: [{ title: casesHeading(userId), description }], components };
}

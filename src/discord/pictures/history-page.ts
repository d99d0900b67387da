import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
  type RepliableInteraction,
} from 'discord.js';
import type { HistoryEntry, HistoryPage, Spot } from '../../pictures/history.ts';
import { snowflakeSchema } from '../../snowflake.ts';
import { entryCard, type Glimpse, HISTORY_WORDS } from '../../words/history.ts';
import { noticeText } from '../../words/notices.ts';
import { readFailure } from '../rest/answers.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import type { Desk } from '../command.ts';
import { customId } from '../custom-id.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { messageLink } from '../delivery/parent.ts';

/** What the custom ids of the buttons under a history begin with. */
export const HISTORY = { page: 'history', again: 'history-again' } as const;

/** Discord's codes for a message and a channel that are no more. */
const GONE: readonly unknown[] = [10_003, 10_008];

/**
 * A page of somebody's own pictures, as a message for them alone. What the pictures look like is asked
 * of Discord, at most once for each entry and not for long: the rest stands without.
 */
export async function historyPage(
  { guildId, user }: Pick<RepliableInteraction, 'guildId' | 'user'>,
  spot: Spot,
  { history, line: { channels } }: Pick<Desk, 'history' | 'line'>,
): Promise<MessageBody> {
  if (guildId === null) return { content: noticeText({ kind: 'outside-server' }) };
  const page = await history.page({ guild: guildId, user: user.id }, spot);
  const { entries } = page;
  if (entries.length === 0) return { content: HISTORY_WORDS.empty, embeds: [], components: [] };

  const glimpses = await Promise.all(entries.map((entry) => glimpseOf(entry, channels)));
  const embeds = entries.map(({ messageId, record }, index) => {
    const { channel } = record;
    const link = channel === null ? undefined : messageLink(guildId, channel, messageId);
    const glimpse = glimpses[index] ?? { kind: 'unseen' };
    return entryCard({ number: index + 1, messageId, record, link, glimpse });
  });
  return { content: HISTORY_WORDS.heading, embeds, components: rowsOf(page) };
}

/** Never rejects. */
async function glimpseOf(
  { messageId, record: { channel } }: HistoryEntry,
  channels: ChannelApi,
): Promise<Glimpse> {
  if (channel === null) return { kind: 'unseen' };
  try {
    const picture = await channels.picture(channel, messageId);
    return picture === undefined ? { kind: 'unseen' } : { kind: 'seen', picture };
  } catch (error) {
    const failure = readFailure(error);
    const isGone = failure.kind === 'refused' && GONE.includes(failure.code);
    return { kind: isGone ? 'deleted' : 'unseen' };
  }
}

const button = (label: string, id: string, disabled = false): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label,
  custom_id: id,
  ...(disabled && { disabled }),
});

const row = (components: APIButtonComponent[]): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components,
});

const turn = (kind: 'newer' | 'older', than: HistoryEntry | undefined, isThere: boolean) =>
  button(HISTORY_WORDS[kind], customId(HISTORY.page, `${kind}:${than?.messageId}`), !isThere);

/** Again for each entry; and Newer and Older, which name the messages at the ends of this page. */
function rowsOf({ entries, hasNewer, hasOlder }: HistoryPage) {
  const agains = entries.map(({ id }, index) =>
    button(`${HISTORY_WORDS.again} ${index + 1}`, customId(HISTORY.again, id)),
  );
  if (!hasNewer && !hasOlder) return [row(agains)];
  return [
    row(agains),
    row([turn('newer', entries[0], hasNewer), turn('older', entries.at(-1), hasOlder)]),
  ];
}

/** Where the rest of such a button's custom id leads; what cannot be read leads to the newest. */
export function readSpot(rest: string): Spot {
  const [kind, than] = rest.split(':');
  const message = snowflakeSchema.safeParse(than);
  if (!message.success || (kind !== 'older' && kind !== 'newer')) return { kind: 'newest' };
  return { kind, than: message.data };
}

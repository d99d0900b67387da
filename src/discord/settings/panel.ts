import { monthEnd } from '../../credits/month.ts';
import type { Asking } from '../../settings/carry-out.ts';
import type { Section } from '../../settings/sections.ts';
import type { Overview } from '../../settings/settings.ts';
import { channelsIn, type Things } from '../../settings/things.ts';
import type { Surroundings } from '../../words/setting-values.ts';
import { settingsCard } from '../../words/settings-card.ts';
import type { Desk } from '../command.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { afresh, settingsRows } from './rows.ts';

/** A server's settings, and what their words depend on. */
export interface Sight {
  readonly overview: Overview;
  readonly around: Surroundings;
}

/**
 * The channels and roles that a server has; undefined where Discord does not say. A channel that is
 * named and that the bot may not see is in no list, so it is asked for by itself. Never rejects.
 * @param named channels that are named now, besides those that settings name.
 */
export async function thingsOf(
  { guildId, interactionId }: Asking,
  { line: { channels, log }, studio }: Pick<Desk, 'line' | 'studio'>,
  named: readonly string[] = [],
): Promise<Things | undefined> {
  try {
    const [things, { settings }] = await Promise.all([
      channels.things(guildId),
      studio.settings.view(guildId),
    ]);
    const missing = new Set([...channelsIn(settings), ...named]).difference(things.channels);
    const unseen = new Set<string>();
    await Promise.all(
      Array.from(missing, async (id) => {
        // What is not known to be gone is there.
        if (await channels.isThere(id).catch(() => true)) unseen.add(id);
      }),
    );
    return { ...things, unseen };
  } catch (err) {
    log.info({ err, interaction: interactionId }, 'channels and roles are not known just now');
    return undefined;
  }
}

/** Looks at a server's settings. Throws as `Settings` does. */
export async function sightOf(
  { guildId, interactionId }: Asking,
  things: Things | undefined,
  { studio: { settings, queue } }: Desk,
): Promise<Sight> {
  const overview = await settings.overview(guildId, interactionId);
  const { usualCooldownMs } = overview.view;
  return { overview, around: { usualCooldownMs, queuePerMember: queue.perMember, things } };
}

/** What is said above a page, and whether something was chosen in its menus that is not set. */
interface Said {
  readonly text: string;
  readonly isAfresh: boolean;
}

/** A page of the panel, below what is to be said of the last change. */
export function panelBody(
  section: Section,
  { overview, around }: Sight,
  { interactionId }: Asking,
  { text, isAfresh }: Said = { text: '', isAfresh: false },
): MessageBody {
  const rows = settingsRows(section, overview.view.settings, around.things);
  return {
    content: text,
    embeds: [settingsCard(section, overview, around, monthEnd(interactionId))],
    components: isAfresh ? afresh(rows, interactionId) : rows,
  };
}

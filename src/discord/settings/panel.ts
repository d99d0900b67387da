import { monthEnd } from '../../credits/month.ts';
import type { Asking } from '../../settings/carry-out.ts';
import type { Section } from '../../settings/sections.ts';
import type { Overview } from '../../settings/settings.ts';
import type { Things } from '../../settings/things.ts';
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

/** The channels and roles that a server has; undefined where Discord does not say. Never rejects. */
export const thingsOf = (
  { guildId, interactionId }: Asking,
  { line: { channels, log } }: Desk,
): Promise<Things | undefined> =>
  channels.things(guildId).catch((err: unknown) => {
    log.info({ err, interaction: interactionId }, 'channels and roles are not known just now');
    return undefined;
  });

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

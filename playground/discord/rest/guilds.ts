import { wireChannel } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { wireRole } from '../users.ts';
import { type Guild, isThread } from '../world.ts';
import type { Routes } from './context.ts';

/** The lists of a guild's channels and roles, for a bot that is in it. */
export function guildRoutes(core: Core): Routes {
  const auth = { config: { auth: 'bot' } } as const;
  const enter = (id: string): Guild => {
    const guild = core.world.guilds.get(id);
    if (guild === undefined) throw refuse.unknownGuild();
    if (!guild.members.has(core.world.bot.id)) throw refuse.missingAccess();
    return guild;
  };
  return (app) => {
    /** "Does not include threads" (Discord's docs, "Get Guild Channels"). */
    app.get<{ Params: { guild: string } }>('/guilds/:guild/channels', auth, async ({ params }) => {
      const { id } = enter(params.guild);
      return [...core.world.channels.values()]
        .filter((channel) => channel.guildId === id && !isThread(channel))
        .map((channel) => wireChannel(core, channel, core.world.bot));
    });
    app.get<{ Params: { guild: string } }>('/guilds/:guild/roles', auth, async ({ params }) =>
      enter(params.guild).roles.map((role, position) => wireRole(role, position)),
    );
  };
}

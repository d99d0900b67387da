import { wireChannel } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { has, Permission, permissionsIn } from '../permissions.ts';
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
    /** Without threads, and without what the bot may not view (Discord's docs, "Get Guild Channels"). */
    app.get<{ Params: { guild: string } }>('/guilds/:guild/channels', auth, async ({ params }) => {
      const guild = enter(params.guild);
      const { bot } = core.world;
      return [...core.world.channels.values()]
        .filter((channel) => channel.guildId === guild.id && !isThread(channel))
        .filter((channel) => has(permissionsIn(guild, channel, bot), Permission.ViewChannel))
        .map((channel) => wireChannel(core, channel, bot));
    });
    app.get<{ Params: { guild: string } }>('/guilds/:guild/roles', auth, async ({ params }) =>
      enter(params.guild).roles.map((role, position) => wireRole(role, position)),
    );
  };
}

import { Permission } from './permissions.ts';
import type { Registry } from './world.ts';

/** What everyone in a guild may do, and the bot with them. */
export const EVERYONE =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.ReadMessageHistory |
  Permission.UseApplicationCommands;

/** Fills a registry with two guilds, their channels and the people in them, and names each of them. */
export function furnish(registry: Registry) {
  const people = {
    member: registry.addPerson('Member'),
    secondMember: registry.addPerson('Second member'),
    moderator: registry.addPerson('Moderator'),
    manager: registry.addPerson('Manager'),
    owner: registry.addPerson('Owner'),
  };
  const studio = registry.addGuild('Easel Studio', { ownerId: people.owner.id });
  const moderators = registry.addRole(
    studio,
    'Moderators',
    Permission.ManageMessages | Permission.ModerateMembers,
  );
  const managers = registry.addRole(
    studio,
    'Managers',
    moderators.permissions | Permission.ManageGuild,
  );
  const printRoom = registry.addGuild('Print Room', { ownerId: people.owner.id });

  registry.join(studio, people.member);
  registry.join(studio, people.secondMember);
  registry.join(studio, people.moderator, moderators);
  registry.join(studio, people.manager, managers);
  registry.join(studio, people.owner);
  for (const person of [people.member, people.secondMember, people.owner])
    registry.join(printRoom, person);

  const channels = {
    art: registry.addChannel(studio, 'art'),
    sketches: registry.addChannel(studio, 'sketches'),
    afterDark: registry.addChannel(studio, 'after-dark', { nsfw: true }),
    modLog: registry.addChannel(studio, 'mod-log'),
    review: registry.addChannel(studio, 'review'),
    prints: registry.addChannel(printRoom, 'prints'),
  };
  const everyone = { id: studio.id, name: '@everyone', permissions: EVERYONE };
  for (const channel of [channels.modLog, channels.review]) {
    registry.overwrite(channel, everyone, { deny: Permission.ViewChannel });
    for (const allowed of [moderators, managers, registry.bot]) {
      registry.overwrite(channel, allowed, { allow: Permission.ViewChannel });
    }
  }
  // What is added later comes last: ids are made in this order, and those of kept worlds must not change.
  const painters = registry.addRole(studio, 'Painters', 0n);
  const painter = registry.addPerson('Painter');
  registry.join(studio, painter, painters);
  const log = registry.addChannel(studio, 'log');
  registry.overwrite(log, everyone, { deny: Permission.ViewChannel });
  for (const allowed of [managers, registry.bot])
    registry.overwrite(log, allowed, { allow: Permission.ViewChannel });
  const noBots = registry.addChannel(studio, 'no-bots');
  const { ViewChannel, SendMessages } = Permission;
  registry.overwrite(noBots, registry.bot, { deny: ViewChannel | SendMessages });
  const artThread = registry.addThread(channels.art, 'critique');
  return {
    people: { ...people, painter },
    channels: { ...channels, log, noBots, artThread },
    guilds: { studio, printRoom },
    roles: { moderators, managers, painters },
  };
}

import { PermissionFlagsBits, type RepliableInteraction } from 'discord.js';

/**
 * Whether somebody moderates the server, by the interaction itself: administrators can offer commands to
 * anybody (Discord's docs), and whoever lost a role meanwhile may still see a button.
 */
export const isModerator = ({
  memberPermissions,
}: Pick<RepliableInteraction, 'memberPermissions'>): boolean =>
  memberPermissions?.any([PermissionFlagsBits.ManageGuild, PermissionFlagsBits.ManageMessages]) ===
  true;

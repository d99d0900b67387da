import type { Discord } from '../../playground/discord/index.ts';
import { call } from './discord-local.ts';

const option = (type: number, name: string, more: object = {}) => ({
  type,
  name,
  description: `The ${name}`,
  ...more,
});

/** A command for those who manage the server, with a group of subcommands and every option one points with. */
const LIMITS = {
  name: 'limits',
  description: 'What may be spent',
  default_member_permissions: '32',
  options: [
    option(1, 'show'),
    option(2, 'set', {
      options: [
        option(1, 'budget', {
          options: [
            option(4, 'credits', { required: true, min_value: 0, max_value: 1_000 }),
            option(8, 'role'),
            option(7, 'channel', { channel_types: [0, 11] }),
            option(7, 'thread', { channel_types: [11] }),
            option(6, 'member'),
            option(9, 'anyone'),
          ],
        }),
      ],
    }),
  ],
};

/** Registers `/limits` and nothing else. */
export async function registerLimits(discord: Discord): Promise<void> {
  const path = `/applications/${discord.applicationId}/commands`;
  const { status } = await call(discord, 'PUT', path, { json: [LIMITS] });
  if (status !== 200) throw new Error(`Registering answered ${status}.`);
}

/** A manager's `/limits set budget` in #art. */
export const setBudget = (
  discord: Discord,
  options: NonNullable<Parameters<Discord['use']>[0]['options']>,
  more: Partial<Parameters<Discord['use']>[0]> = {},
) =>
  discord.use({
    command: 'limits set budget',
    options: { credits: 5, ...options },
    by: discord.world.people.manager,
    in: discord.world.channels.art,
    ...more,
  });

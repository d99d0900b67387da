import { z } from 'zod';
import { ownersOf } from '../../owners.ts';
import { type Application, unanswered } from './discord.ts';
import type { DiscordRest } from './discord-rest.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const account = z.object({ username: z.string(), bot: z.boolean().optional() });

async function checkOwner(rest: DiscordRest, id: string): Promise<Finding> {
  const asked = await rest.get(`/users/${id}`, account);
  if (asked.kind === 'data') {
    return asked.data.bot === true
      ? fail(`OWNER_IDS: ${id} is the bot ${asked.data.username}; name a person`)
      : ok(`Owner ${asked.data.username} (${id})`);
  }
  return asked.kind === 'status' && asked.status === 404
    ? fail(`OWNER_IDS: Discord knows no user ${id}; copy the user id, not a server's or a role's`)
    : unanswered(asked);
}

function fromApplication(application: Application): Finding {
  const { team } = application;
  const owners = ownersOf(application);
  const [first] = owners;
  if (first === undefined) return warn('Discord names no owner of the application: set OWNER_IDS');
  const names = owners.map(({ username }) => username).join(', ');
  return team
    ? ok(`Owners are the team ${team.name}: ${names}`)
    : ok(`Owner is ${first.username} (${first.id}), who owns the application`);
}

/** Who may change budgets: whether each configured id is a person, else who it is without any. */
export async function checkOwners(
  rest: DiscordRest,
  ownerIds: readonly string[],
  application: Application,
): Promise<Finding[]> {
  if (ownerIds.length === 0) {
    return [fromApplication(application)];
  }
  return Promise.all(ownerIds.map((id) => checkOwner(rest, id)));
}

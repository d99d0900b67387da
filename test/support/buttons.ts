import type { Invocation, Message, User } from '../../playground/discord/index.ts';
import { BUTTON_LABELS } from '../../src/words/buttons.ts';
import { imagineToTheEnd, newcomer, type Place } from './bot-jobs.ts';
import { setStage, type Setting, type Stage } from './stage.ts';

/** What the service of a stage was asked for, oldest first. */
export const ordersOf = ({ service }: Stage): Record<string, unknown>[] =>
  service.requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

/** Presses a button under a message. */
export const press = (
  { discord }: Pick<Stage, 'discord'>,
  message: Message,
  button: keyof typeof BUTTON_LABELS,
  by: User,
  more: { readonly raw?: Record<string, unknown>; readonly ageMs?: number } = {},
): Invocation => discord.click({ message, button: BUTTON_LABELS[button], by, ...more });

/** A stage, and a picture in a new server that its newcomer asked for. */
export async function shownPicture(
  options: Parameters<typeof imagineToTheEnd>[1] = {},
  setting: Setting = {},
) {
  const stage = await setStage(setting);
  const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
  const { message } = await imagineToTheEnd(stage, options, place);
  return { stage, place, message };
}

/** Somebody else in a place's server, who may do what everybody may. */
export function strangerIn({ discord: { world } }: Stage, place: Place): User {
  const guild = world.allGuilds.get(place.in.guildId ?? '');
  const stranger = world.addPerson('Stranger');
  if (guild === undefined) throw new Error('Only servers have members.');
  world.join(guild, stranger);
  return stranger;
}

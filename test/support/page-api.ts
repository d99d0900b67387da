import type { FastifyInstance } from 'fastify';
import { createChat } from '../../playground/chat.ts';
import type { Discord } from '../../playground/discord/index.ts';
import type { DiscordSettings } from '../../playground/discord/settings.ts';
import type { House } from '../../playground/page/api/house.ts';
import { openHouse } from '../../playground/page/api/open-house.ts';
import { apiRoutes } from '../../playground/page/api/routes.ts';
import {
  type Action,
  type ActionResult,
  actionResult,
  problem,
} from '../../playground/page/contract.ts';
import { answer, registeredDiscord } from './discord-local.ts';
import { ready } from './discord-socket.ts';

/** A local Discord with the page's routes, commands registered and no bot connected. */
export async function openApi(options: Partial<DiscordSettings> = {}) {
  const { promise, resolve } = Promise.withResolvers<House>();
  const routes = (app: FastifyInstance): void => apiRoutes(app, promise);
  const discord = await registeredDiscord({ ...options, routes });
  const chat = createChat(discord, discord.world.channels.art);
  const house = openHouse(discord, chat);
  resolve(house);
  return { discord, house, chat, origin: discord.origin };
}

/** Sends something as the page does. */
export const postJson = (origin: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Does something as the page does; a refusal is thrown with its status and sentence. */
export async function act({ origin }: Discord, action: Action): Promise<ActionResult> {
  const response = await postJson(origin, '/page/actions', action);
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${problem.parse(body).message}`);
  return actionResult.parse(body);
}

/** What a person sent, as far as these tests read it. */
export interface Sent {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly member: { readonly user: { readonly id: string } };
  readonly data: Readonly<Record<string, unknown>>;
}

/** Connects a bot that gives each interaction, in their order, the next of these first answers. */
export async function answering(
  discord: Discord,
  ...answers: readonly ((sent: Sent) => object)[]
): Promise<{ sent: Sent[] }> {
  const { socket } = await ready(discord);
  const sent: Sent[] = [];
  const serve = async (): Promise<void> => {
    for (const make of answers) {
      const isNew = ({ t, d }: { t?: string; d?: unknown }): boolean =>
        t === 'INTERACTION_CREATE' && !sent.some(({ id }) => id === (d as Sent).id);
      const { d } = await socket.next(isNew);
      const interaction = d as Sent;
      sent.push(interaction);
      await answer(discord, interaction, make(interaction));
    }
  };
  serve().catch(() => {});
  return { sent };
}

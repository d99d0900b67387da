import { expect, onTestFinished } from 'vitest';
import { commands, messageMenu } from '../../commands/index.ts';
import { type Discord, startDiscord } from '../../playground/discord/index.ts';
import {
  createInteractionApi,
  type InteractionApi,
  type InteractionRef,
} from '../../src/discord/rest/interaction-api.ts';
import type { Wait } from '../../src/wait.ts';

/** The routes of an interaction, as faults name them. */
export const ROUTES = {
  defer: 'POST /interactions/:id/:token/callback',
  look: 'GET /webhooks/:app/:token/messages/@original',
  edit: 'PATCH /webhooks/:app/:token/messages/@original',
  followUp: 'POST /webhooks/:app/:token',
  history: 'GET /channels/:channel/messages',
  post: 'POST /channels/:channel/messages',
  change: 'PATCH /channels/:channel/messages/:message',
} as const;

/** Starts a local Discord without the limit on webhooks; it stops with the test. */
export async function edgeDiscord(
  settings: Parameters<typeof startDiscord>[0] = {},
): Promise<Discord> {
  const webhookRequests = { limit: 1_000, windowMs: 1_000 };
  const discord = await startDiscord({ webhookRequests, ...settings });
  onTestFinished(() => discord.stop());
  const answer = await fetch(
    `${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`,
    {
      method: 'PUT',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify([...commands, ...messageMenu].map(({ data }) => data)),
    },
  );
  expect(answer.status).toBe(200);
  return discord;
}

/** A member's `/imagine` in #art, and how it is addressed. */
export function ask(discord: Discord, more: Partial<Parameters<Discord['use']>[0]> = {}) {
  const invocation = discord.use({
    command: 'imagine',
    options: { prompt: 'A fox' },
    by: discord.world.people.member,
    in: discord.world.channels.art,
    ...more,
  });
  const { id, token } = invocation;
  const ref: InteractionRef = { id, token, applicationId: discord.applicationId };
  return { invocation, ref };
}

/** Interactions over the local Discord, with the name of every call in its order. */
export function countedApi(discord: Discord): { api: InteractionApi; calls: string[] } {
  const calls: string[] = [];
  const api = createInteractionApi(discord.apiUrl, new AbortController().signal);
  const counted: InteractionApi = {
    defer: (...call) => (calls.push('defer'), api.defer(...call)),
    whisper: (...call) => (calls.push('whisper'), api.whisper(...call)),
    openForm: (...call) => (calls.push('form'), api.openForm(...call)),
    accept: (...call) => (calls.push('accept'), api.accept(...call)),
    replace: (...call) => (calls.push('replace'), api.replace(...call)),
    original: (...call) => (calls.push('look'), api.original(...call)),
    editOriginal: (...call) => (calls.push('edit'), api.editOriginal(...call)),
    whisperAfter: (...call) => (calls.push('follow-up'), api.whisperAfter(...call)),
  };
  return { api: counted, calls };
}

/** A wait that takes no time and is remembered; `meanwhile` runs during each. */
export function skippedWaits(meanwhile: (count: number) => unknown = () => {}) {
  const waits: number[] = [];
  const wait: Wait = (ms) => {
    waits.push(ms);
    meanwhile(waits.length);
    return Promise.resolve();
  };
  return { waits, wait };
}

/** A refusal of Discord's, to be given in place of an answer. */
export const refusal = (status: number, code: number) => ({
  status,
  body: { code, message: 'no' },
});

/** Nothing was found against Discord's rules, in either direction. */
export const expectNoViolations = (discord: Discord) =>
  expect(discord.traffic.violations()).toEqual([]);

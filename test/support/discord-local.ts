import { onTestFinished } from 'vitest';
import { type Discord, type Invocation, startDiscord } from '../../playground/discord/index.ts';

/** Commands the tests of the local Discord use. */
export const COMMANDS = [
  {
    name: 'imagine',
    description: 'Make a picture',
    options: [
      { type: 3, name: 'prompt', description: 'What to see', required: true, max_length: 100 },
      { type: 3, name: 'style', description: 'Style preset', autocomplete: true },
      {
        type: 3,
        name: 'shape',
        description: 'Aspect ratio',
        choices: [
          { name: 'Square', value: '1:1' },
          { name: 'Wide', value: '16:9' },
        ],
      },
      { type: 4, name: 'seed', description: 'Seed', min_value: 0, max_value: 10 },
      { type: 6, name: 'for', description: 'Somebody' },
      { type: 11, name: 'reference', description: 'A picture' },
    ],
  },
  {
    name: 'settings',
    description: 'Settings',
    default_member_permissions: '32',
    options: [
      {
        type: 1,
        name: 'budget',
        description: 'Credits a month',
        options: [{ type: 4, name: 'credits', description: 'How many', required: true }],
      },
    ],
  },
  { name: 'after-hours', description: 'For age-restricted channels', nsfw: true },
  { type: 2, name: 'Credits of' },
  { type: 3, name: 'Report picture' },
];

/** Starts a local Discord that stops when the test ends. */
export async function localDiscord(
  options: Parameters<typeof startDiscord>[0] = {},
): Promise<Discord> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.stop());
  return discord;
}

/** What a REST request answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown> & { code?: number; message?: string };
}

/** A file to upload as `files[index]`. */
export interface Part {
  readonly index: number;
  readonly name: string;
  readonly type?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Sends one request to the local Discord's API; `token: null` leaves the Authorization header out. */
export async function call(
  discord: Discord,
  method: string,
  path: string,
  request: { json?: unknown; files?: readonly Part[]; token?: string | null } = {},
): Promise<Answer> {
  const { json, files = [], token = discord.token } = request;
  const headers = new Headers(token === null ? {} : { authorization: `Bot ${token}` });
  let body: FormData | string | null = null;
  if (files.length > 0) {
    body = new FormData();
    for (const { index, name, type = 'image/png', bytes } of files) {
      body.append(`files[${index}]`, new Blob([bytes], { type }), name);
    }
    if (json !== undefined) body.append('payload_json', JSON.stringify(json));
  } else if (json !== undefined) {
    headers.set('content-type', 'application/json');
    body = JSON.stringify(json);
  }
  const response = await fetch(`${discord.apiUrl}/v10${path}`, { method, headers, body });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {},
  };
}

/** Starts a local Discord with {@link COMMANDS} registered and no bot connected. */
export async function registeredDiscord(
  options: Parameters<typeof startDiscord>[0] = {},
): Promise<Discord> {
  const discord = await localDiscord(options);
  const path = `/applications/${discord.applicationId}/commands`;
  const { status } = await call(discord, 'PUT', path, { json: COMMANDS });
  if (status !== 200) throw new Error(`Registering answered ${status}.`);
  return discord;
}

/** A member's `/imagine` in #art. */
export function imagine(
  discord: Discord,
  more: Partial<Parameters<Discord['use']>[0]> = {},
): Invocation {
  return discord.use({
    command: 'imagine',
    options: { prompt: 'a fox' },
    by: discord.world.people.member,
    in: discord.world.channels.art,
    ...more,
  });
}

/** Answers an interaction the first time. */
export function answer(
  discord: Discord,
  { id, token }: Pick<Invocation, 'id' | 'token'>,
  json: object,
  query = '',
): Promise<Answer> {
  return call(discord, 'POST', `/interactions/${id}/${token}/callback${query}`, {
    json,
    token: null,
  });
}

/** The path of an interaction's webhook. */
export function webhook(discord: Discord, { token }: Pick<Invocation, 'token'>, rest = ''): string {
  return `/webhooks/${discord.applicationId}/${token}${rest}`;
}

/** A PNG of the given size, as far as its header goes. */
export function pngHeader(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return Uint8Array.from(bytes);
}

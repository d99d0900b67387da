import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Client, type Interaction } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { MessageContext } from '../../playground/discord/rules/index.ts';
import { interaction, message } from './discord-events.ts';

/** What discord.js sent: the JSON of the body and the files beside it. */
export interface Sent {
  readonly route: string;
  readonly body: unknown;
  readonly files: MessageContext['files'];
}

/** A server that notes every request and answers callbacks with 204 and the rest with a message. */
async function listen(sent: Sent[]): Promise<string> {
  const server = createServer((request, response) => {
    void buffer(request)
      .then((raw) => parse(raw, request.headers['content-type'] ?? ''))
      .then((parsed) => {
        sent.push({ route: `${request.method} ${request.url}`, ...parsed });
        if (request.url?.includes('/callback') === true) return response.writeHead(204).end();
        response.setHeader('content-type', 'application/json');
        return response.end(JSON.stringify(message()));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

async function parse(raw: Buffer, type: string): Promise<Omit<Sent, 'route'>> {
  if (!type.startsWith('multipart/')) return { body: JSON.parse(raw.toString()), files: [] };
  const form = await new Response(Uint8Array.from(raw), {
    headers: { 'content-type': type },
  }).formData();
  const files = [...form].flatMap(([key, part]) => {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof part === 'string') return [];
    const { name: filename, type: contentType, size } = part;
    return [{ index: Number(index), filename, contentType, size }];
  });
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? JSON.parse(payload) : undefined, files };
}

/** A discord.js client that is handed interactions, and the requests it makes about them. */
export async function startDiscordJs() {
  const sent: Sent[] = [];
  const api = await listen(sent);
  const client = new Client({ intents: [], allowedMentions: { parse: [] }, rest: { api } });
  client.rest.setToken('token');
  onTestFinished(() => client.destroy());

  /** Hands the data of an INTERACTION_CREATE to the client, as its gateway connection would. */
  function receive<T extends Interaction>(fields: Readonly<Record<string, unknown>>): Promise<T> {
    const received = new Promise<T>((resolve) => {
      client.once('interactionCreate', (each) => resolve(each as T));
    });
    const { actions } = client as unknown as {
      actions: { InteractionCreate: { handle(data: unknown): void } };
    };
    actions.InteractionCreate.handle(interaction(fields));
    return received;
  }

  return { client, sent, receive };
}

import type { ServerResponse } from 'node:http';
import type { Message, User } from '../../discord/index.ts';
import { createFeed } from '../../feed.ts';
import type { PageEvent } from '../contract.ts';
import { machineState } from './machine-state.ts';
import type { House } from './house.ts';
import { messageView } from './message-view.ts';
import { pageState } from './place-view.ts';
import { channelsOf } from './standing.ts';

/** How soon the browser asks again after the stream broke, in ms. */
const RETRY_MS = 1_000;

/**
 * Streams to one person, as server-sent events, everything the page shows them: the state, all messages, the
 * machine room and its last records first, then each of them whenever it changed.
 */
export function streamEvents(house: House, person: User, response: ServerResponse): void {
  const { discord, machine } = house;
  const feed = createFeed<Message>();
  const last = new Map<string, string>();
  let first = true;

  const send = (event: PageEvent): void => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const sendIfNew = (event: PageEvent): void => {
    const text = JSON.stringify(event);
    if (last.get(event.kind) === text) return;
    last.set(event.kind, text);
    response.write(`data: ${text}\n\n`);
  };
  const look = (): void => {
    sendIfNew({ kind: 'state', state: pageState(discord, person) });
    const seen = channelsOf(discord, person).flatMap((channel) => house.seen(channel, person));
    const { changed, removed } = feed(seen);
    if (first || changed.length > 0 || removed.length > 0) {
      const views = changed.map((message) => messageView(discord, message));
      send({ kind: 'messages', all: first, changed: views, removed: [...removed] });
    }
    first = false;
    sendIfNew({ kind: 'machine', machine: machineState(house, person) });
  };

  response.write(`retry: ${RETRY_MS}\n\n`);
  look();
  send({ kind: 'traffic', records: [...machine.traffic()] });
  const ends = [
    discord.subscribe(look),
    machine.subscribe((record) => {
      if (record === undefined) look();
      else send({ kind: 'traffic', records: [record] });
    }),
  ];
  response.once('close', () => {
    for (const end of ends) end();
  });
}

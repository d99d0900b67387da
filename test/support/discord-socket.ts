import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Discord } from '../../playground/discord/index.ts';

interface Payload {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d?: unknown;
}

/** A bare gateway client that keeps what it receives. */
export interface GatewaySocket {
  readonly received: readonly Payload[];
  send(payload: object | string): void;
  /** Resolves with the first payload, already received or yet to come, that fits. */
  next(fits: (payload: Payload) => boolean): Promise<Payload>;
  /** Resolves with the code the socket is closed with. */
  readonly closed: Promise<number>;
  /** Resolves once the gateway has read everything sent so far; never does on a closed socket. */
  read(): Promise<void>;
  close(code: number): void;
  terminate(): void;
}

/** Opens a gateway socket that is cut when the test ends. */
export function openSocket(discord: Discord, query = '?v=10&encoding=json'): GatewaySocket {
  const socket = new WebSocket(`${discord.origin.replace('http', 'ws')}/gateway${query}`);
  onTestFinished(() => socket.terminate());
  const received: Payload[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString('utf8')));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve);
  });
  return {
    received,
    closed,
    read: () =>
      new Promise((resolve) => {
        socket.once('pong', () => resolve());
        socket.ping();
      }),
    close: (code) => socket.close(code),
    terminate: () => socket.terminate(),
    send: (payload) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    next: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = received.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        void closed.then((code) => reject(new Error(`The socket closed with ${code}.`)));
        waiting.add(look);
        look();
      }),
  };
}

/** IDENTIFY's payload. */
export function identify(discord: Discord, more: object = {}): object {
  const properties = { os: 'linux', browser: 'test', device: 'test' };
  return { op: 2, d: { token: discord.token, intents: 0, shard: [0, 1], properties, ...more } };
}

/** Opens a socket and takes it to READY. */
export async function ready(
  discord: Discord,
  more: object = {},
): Promise<{ socket: GatewaySocket; data: Record<string, unknown>; sessionId: string }> {
  const socket = openSocket(discord);
  await socket.next(({ op }) => op === 10);
  socket.send(identify(discord, more));
  const { d } = await socket.next(({ t }) => t === 'READY');
  const data = d as Record<string, unknown>;
  return { socket, data, sessionId: String(data['session_id']) };
}

import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { Core } from '../core.ts';
import { shardOf } from '../snowflake.ts';
import type { Door } from './admission.ts';
import { serve } from './connection.ts';
import { createFrames } from './frames.ts';
import { Close, Op } from './protocol.ts';
import { type Session, createSessions } from './sessions.ts';

/** What a test may see of a session. */
interface SessionView {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  /** Sequence number of the newest event. */
  readonly seq: number;
  readonly connected: boolean;
}

/** Ways to look at the gateway and to break it. */
interface GatewayControls {
  sessions(): SessionView[];
  /** Resolves once so many sessions are connected; rejects after `withinMs` (default 60 s). */
  ready(count?: number, withinMs?: number): Promise<SessionView[]>;
  /** Leaves the shard's sockets open but neither answers nor sends. */
  silence(shard: number): void;
  close(shard: number, code: number): void;
  /** Cuts the TCP connection without a close frame. */
  drop(shard: number): void;
  /** Asks the bot to reconnect and resume (op 7). */
  reconnect(shard: number): void;
  /** Declares the session invalid (op 9); one that is not resumable is forgotten. */
  invalidate(shard: number, resumable: boolean): void;
  /** Sends each of the next interactions twice. */
  duplicateNext(times: number): void;
}

/** The gateway: sockets in, events out. */
export interface Hub extends GatewayControls {
  /** Accepts WebSocket upgrades below `/gateway`. */
  attach(server: Server): void;
  /** Sends an interaction to every session of its guild's shard. */
  interaction(guildId: string | null, payload: object): void;
  stop(): Promise<void>;
}

export function createHub(core: Core, door: Door): Hub {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = createSessions(core.now, core.settings.resumeWindowMs);
  let duplicates = 0;

  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    if (query.get('v') !== '10') socket.close(Close.InvalidVersion);
    else if ((query.get('encoding') ?? 'json') !== 'json') socket.close(Close.Decode);
    else serve(core, sessions, door, socket, createFrames(socket, query.get('compress')));
  });

  const each = (shard: number, act: (session: Session) => void): void => {
    for (const session of sessions.all()) if (session.shard === shard) act(session);
  };
  const view = (): SessionView[] =>
    sessions.all().map(({ id, shard, shards, intents, seq, wire }) => ({
      id,
      shard,
      shards,
      intents,
      seq,
      connected: wire !== undefined,
    }));

  return {
    sessions: view,
    ready: (count = 1, withinMs = 60_000) =>
      core.notifier.until(
        () => {
          const connected = view().filter((session) => session.connected);
          return connected.length >= count ? connected : undefined;
        },
        withinMs,
        () =>
          `Only ${view().filter(({ connected }) => connected).length} of ${count} sessions are connected.`,
      ),
    silence: (shard) =>
      each(shard, ({ wire }) => void (wire && Object.assign(wire, { silent: true }))),
    close: (shard, code) => each(shard, ({ wire }) => wire?.close(code)),
    drop: (shard) => each(shard, ({ wire }) => wire?.terminate()),
    reconnect: (shard) => each(shard, ({ wire }) => wire?.send({ op: Op.Reconnect, d: null })),
    invalidate: (shard, resumable) =>
      each(shard, (session) => {
        session.wire?.send({ op: Op.InvalidSession, d: resumable });
        session.wire?.release();
        if (!resumable) sessions.forget(session);
      }),
    duplicateNext: (times) => void (duplicates += times),
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        if (!request.url?.startsWith('/gateway')) return void socket.destroy();
        sockets.handleUpgrade(request, socket, head, (accepted) =>
          sockets.emit('connection', accepted, request),
        );
      });
    },
    interaction(guildId, payload) {
      const copies = duplicates > 0 ? 2 : 1;
      if (duplicates > 0) duplicates -= 1;
      for (const session of sessions.all()) {
        if (session.shard !== shardOf(guildId, session.shards)) continue;
        for (let copy = 0; copy < copies; copy += 1)
          sessions.dispatch(session, 'INTERACTION_CREATE', payload);
      }
    },
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

import type { RawData, WebSocket } from 'ws';
import type { Core } from '../core.ts';
import { createBuckets } from '../ratelimit.ts';
import { checkGatewayEvent } from '../rules/index.ts';
import type { Door } from './admission.ts';
import { GUILDS_INTENT, guildCreate, guildsOf, ready } from './events.ts';
import type { Frames } from './frames.ts';
import { Close, MAX_PAYLOAD_BYTES, Op, bareToken, envelope, identify, resume } from './protocol.ts';
import { type Session, type Sessions, type Wire, missedTooMuch } from './sessions.ts';

const GRACE = 1.5;
const IGNORED_OPS: ReadonlySet<number> = new Set([
  Op.PresenceUpdate,
  Op.VoiceStateUpdate,
  Op.RequestGuildMembers,
]);
const KNOWN_OPS: ReadonlySet<number> = new Set([
  ...IGNORED_OPS,
  Op.Heartbeat,
  Op.Identify,
  Op.Resume,
]);

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}

function decode(bytes: Buffer): { op: number; d?: unknown } | undefined {
  if (bytes.length > MAX_PAYLOAD_BYTES) return undefined;
  try {
    return envelope.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Runs one gateway socket from HELLO to its close. */
export function serve(
  core: Core,
  sessions: Sessions,
  door: Door,
  socket: WebSocket,
  frames: Frames,
): void {
  const { heartbeatIntervalMs, gatewaySends } = core.settings;
  const sends = createBuckets(core.now);
  let session: Session | undefined;

  const log = (direction: 'sent' | 'received' | 'closed', op: number, event?: string): void => {
    core.traffic.add({
      kind: 'gateway',
      direction,
      op,
      event,
      shard: session?.shard,
      at: core.now(),
    });
    core.notifier.changed();
  };
  const wire: Wire = {
    silent: false,
    send(payload) {
      if (wire.silent || socket.readyState !== socket.OPEN) return;
      frames.write(payload);
      const { op, t } = payload as { op: number; t?: string };
      log('sent', op, t);
    },
    close: (code) => socket.close(code),
    terminate: () => socket.terminate(),
    release() {
      if (session?.wire === wire) Object.assign(session, { wire: undefined, lostAt: core.now() });
      session = undefined;
    },
  };

  const watchdog = setTimeout(() => {
    if (!wire.silent) wire.close(Close.TimedOut);
  }, heartbeatIntervalMs * GRACE);

  const onIdentify = (data: unknown): void => {
    if (session !== undefined) return wire.close(Close.AlreadyAuthenticated);
    const parsed = identify.safeParse(data);
    if (!parsed.success) return wire.close(Close.Decode);
    const [shard, shards] = parsed.data.shard;
    const admission = door.decide(parsed.data, () => guildsOf(core, { shard, shards }).length);
    if (admission === 'later') return wire.send({ op: Op.InvalidSession, d: false });
    if (admission !== 'welcome') return wire.close(admission);
    session = sessions.open({ shard, shards, intents: parsed.data.intents, wire });
    const hello = ready(core, session);
    core.traffic.condemn('READY', checkGatewayEvent('READY', hello));
    sessions.dispatch(session, 'READY', hello);
    if ((session.intents & GUILDS_INTENT) === 0) return;
    for (const guild of guildsOf(core, session))
      sessions.dispatch(session, 'GUILD_CREATE', guildCreate(core, guild));
  };

  const onResume = (data: unknown): void => {
    if (session !== undefined) return wire.close(Close.AlreadyAuthenticated);
    const parsed = resume.safeParse(data);
    if (!parsed.success) return wire.close(Close.Decode);
    if (bareToken(parsed.data.token) !== core.token) return wire.close(Close.AuthenticationFailed);
    const found = sessions.find(parsed.data.session_id);
    if (found === undefined) return wire.send({ op: Op.InvalidSession, d: false });
    if (parsed.data.seq > found.seq) return wire.close(Close.InvalidSeq);
    if (missedTooMuch(found, parsed.data.seq)) {
      found.wire?.terminate();
      sessions.forget(found);
      return wire.send({ op: Op.InvalidSession, d: false });
    }
    found.wire?.terminate();
    Object.assign(found, { wire, lostAt: undefined });
    session = found;
    for (const event of found.buffer.filter(({ s }) => s > parsed.data.seq)) wire.send(event);
    sessions.dispatch(found, 'RESUMED', {});
  };

  socket.on('message', (data, isBinary) => {
    if (wire.silent) return;
    const payload = isBinary ? undefined : decode(bytesOf(data));
    if (payload === undefined) return wire.close(Close.Decode);
    log('received', payload.op);
    if (!sends.draw('sends', gatewaySends).allowed) return wire.close(Close.RateLimited);
    if (!KNOWN_OPS.has(payload.op)) return wire.close(Close.UnknownOp);
    if (payload.op === Op.Heartbeat) {
      watchdog.refresh();
      return wire.send({ op: Op.HeartbeatAck });
    }
    if (payload.op === Op.Identify) return onIdentify(payload.d);
    if (payload.op === Op.Resume) return onResume(payload.d);
    if (session === undefined) wire.close(Close.NotAuthenticated);
  });

  socket.on('close', (code) => {
    clearTimeout(watchdog);
    frames.end();
    log('closed', code);
    if (session?.wire === wire && (code === 1000 || code === 1001)) sessions.forget(session);
    wire.release();
    core.notifier.changed();
  });
  socket.on('error', () => socket.terminate());

  wire.send({ op: Op.Hello, d: { heartbeat_interval: heartbeatIntervalMs } });
}

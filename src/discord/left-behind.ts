import type { LeftBehind } from '../conversation.ts';
import { snowflakeTime } from '../snowflake.ts';
import { askChannel, askDiscord, type ChannelLook } from './ask.ts';
import type { Line } from './conversation.ts';
import { type InteractionRef, TOKEN_USE_MS } from './interaction-api.ts';
import { lastWord } from './last-word.ts';

type Standing = Awaited<ReturnType<LeftBehind['look']>>;

/**
 * An interaction whose entry is broken: Discord cannot be asked, so that what is held for it is
 * neither charged nor given away.
 */
const unreadable = (interactionId: string): LeftBehind => ({
  interactionId,
  guildId: null,
  userId: '',
  look: () => Promise.resolve({ kind: 'unknown' }),
  tell: () => Promise.resolve(false),
  close: () => Promise.resolve(),
});

/** What earlier runs left open, ready to be ended. */
export async function findLeftBehind(line: Line): Promise<LeftBehind[]> {
  const broken: LeftBehind[] = [];
  const entries = await line.open.leftBehind((id, err) => {
    line.log.error({ err, interaction: id }, 'an open interaction is broken; its hold stays held');
    broken.push(unreadable(id));
  });
  const readable = [...entries].map(([id, entry]): LeftBehind => {
    const { applicationId, token, guildId, channelId, userId, options } = entry;
    const ref = { id, applicationId, token };
    const asked = { guildId, channelId, userId, options };
    const expires = expiryOf(id, line);
    const owed = { ref, asked, fromButton: false, expires };
    const log = line.log.child({ interaction: id });
    return {
      interactionId: id,
      guildId,
      userId,
      look: () => seek(ref, channelId, expires, line),
      tell: (notice) => lastWord(owed, notice, { ...line, log }),
      close: () => line.open.closeLeftBehind(id),
    };
  });
  return [...readable, ...broken];
}

/** Aborted once a token is too old, by the host's clock; one that is behind gives no more than a token's time. */
function expiryOf(interactionId: string, { clock }: Line): AbortSignal {
  const remainingMs = snowflakeTime(interactionId) + TOKEN_USE_MS - clock.now();
  if (remainingMs <= 0) return AbortSignal.abort();
  return clock.after(Math.min(remainingMs, TOKEN_USE_MS));
}

/** By the interaction's token while that may be used, then in the channel with the bot's own. */
async function seek(
  ref: InteractionRef,
  channelId: string | null,
  expires: AbortSignal,
  { api, channels, clock, cut }: Line,
): Promise<Standing> {
  if (!expires.aborted) {
    const seen = await askDiscord(api, ref, AbortSignal.any([cut, expires]), clock.wait);
    if (seen.kind === 'there') return standing(seen);
    if (cut.aborted) return { kind: 'unknown' };
    if (seen.kind === 'gone' && seen.refusal !== 'token-expired') return { kind: 'gone' };
  }
  if (channelId === null) return { kind: 'gone' };
  const place = { interactionId: ref.id, channelId };
  return standing(await askChannel(channels, place, cut, clock.wait));
}

function standing(look: ChannelLook): Standing {
  if (look.kind !== 'there') return look;
  const { loading, attachmentIds } = look.message;
  return { kind: 'there', waiting: loading, received: attachmentIds.length };
}

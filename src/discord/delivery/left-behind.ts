import type { LeftBehind } from '../../conversation.ts';
import type { ReviewKeeper } from '../../reviewing/keeper.ts';
import { interruptedShowing, postedShowing } from '../../words/progress.ts';
import { askChannel, askDiscord, askLate, type ChannelLook } from '../rest/ask.ts';
import type { Line } from './conversation.ts';
import { type LateFound, picturesIn } from './find-late.ts';
import { expiryOf } from './expiry.ts';
import type { InteractionRef } from '../rest/interaction-api.ts';
import { lastWord } from './last-word.ts';
import { mend } from './mend.ts';
import { type OriginalMessage, recordIn } from '../message.ts';
import type { OpenInteraction } from './open-interactions.ts';
import { messageLink } from './parent.ts';
import { pictureRows } from '../pictures/picture-rows.ts';

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

/** Takes up pictures that were on their way to moderators: whether they wait there now. */
type Resume = ReviewKeeper['resume'];

/**
 * What earlier runs left open, ready to be ended.
 * @param resume takes up what was to be reviewed first; left out, nothing was.
 */
export async function findLeftBehind(
  line: Line,
  resume: Resume = () => Promise.resolve('none'),
): Promise<LeftBehind[]> {
  const broken: LeftBehind[] = [];
  const entries = await line.open.leftBehind((id, err) => {
    line.log.error({ err, interaction: id }, 'an open interaction is broken; its hold stays held');
    broken.push(unreadable(id));
  });
  return [...[...entries].map(([id, entry]) => leftBehind(id, entry, line, resume)), ...broken];
}

function leftBehind(id: string, entry: OpenInteraction, line: Line, resume: Resume): LeftBehind {
  const { applicationId, token, guildId, channelId, userId, options, late } = entry;
  const ref = { id, applicationId, token };
  const asked = { guildId, channelId, userId, options };
  const expires = expiryOf(id, line);
  const own = { ...line, log: line.log.child({ interaction: id }) };
  let message: OriginalMessage | undefined;
  let posted: LateFound | undefined;

  return {
    interactionId: id,
    guildId,
    userId,

    async look() {
      const resumed = await resume(id);
      if (resumed === 'in-review') return { kind: 'in-review' };
      if (resumed === 'unknown') return { kind: 'unknown' };
      const seen = await seek(ref, channelId, expires, line);
      message = seen.kind === 'there' ? seen.message : undefined;
      if (late === undefined || channelId === null || seen.kind === 'unknown')
        return standing(seen);
      posted = await askLate(line.channels, channelId, late, line.cut, line.clock.wait);
      if (posted === undefined) return { kind: 'unknown' };
      const shown = standing(seen);
      if (picturesIn(posted) === 0) return shown;
      const here = shown.kind === 'there' ? shown.received : 0;
      return { kind: 'there', waiting: false, received: here + picturesIn(posted) };
    },

    tell(notice) {
      const place = { ref, channelId, messageId: message?.id, expires };
      if (message === undefined || notice.received === 0) {
        const owed = { ref, asked, fromButton: false, expires, messageId: message?.id };
        return lastWord(owed, notice, own);
      }
      const content = interruptedShowing(message.content, notice.received);
      return mend(place, { content, components: pictureRows(recordIn(message, 'again')) }, own);
    },

    async close() {
      const [link] = posted?.keys() ?? [];
      if (link !== undefined && guildId && channelId && message?.pending) {
        const content = postedShowing(message.content, messageLink(guildId, channelId, link));
        const components = pictureRows(recordIn(message, 'again'));
        const place = { ref, channelId, messageId: message.id, expires };
        await mend(place, { content, components }, own);
      }
      if (message !== undefined) await noteShown(message, own);
      await line.open.closeLeftBehind(id);
    },
  };
}

/** The record of pictures that were shown just before a crash may not know yet in which message. */
async function noteShown(message: OriginalMessage, { pictures, log }: Line): Promise<void> {
  const recordId = recordIn(message, 'again');
  if (recordId === undefined) return;
  try {
    const record = await pictures.find(recordId);
    if (record === undefined || record.message !== null) return;
    const seeds = record.seeds.slice(0, Math.max(1, message.attachmentIds.length));
    await pictures.shown(recordId, { message: message.id, seeds });
  } catch (err) {
    log.warn({ err }, 'where the pictures are shown could not be written down');
  }
}

/** By the interaction's token while that may be used, then in the channel with the bot's own. */
async function seek(
  ref: InteractionRef,
  channelId: string | null,
  expires: AbortSignal,
  { api, channels, clock, cut }: Line,
): Promise<ChannelLook> {
  if (!expires.aborted) {
    const seen = await askDiscord(api, ref, AbortSignal.any([cut, expires]), clock.wait);
    if (seen.kind === 'there') return seen;
    if (cut.aborted) return { kind: 'unknown' };
    if (seen.kind === 'gone' && seen.refusal !== 'token-expired') return { kind: 'gone' };
  }
  if (channelId === null) return { kind: 'gone' };
  const place = { interactionId: ref.id, channelId };
  return askChannel(channels, place, cut, clock.wait);
}

function standing(look: ChannelLook): Standing {
  if (look.kind !== 'there') return look;
  const { loading, pending, attachmentIds } = look.message;
  return { kind: 'there', waiting: loading || pending, received: attachmentIds.length };
}

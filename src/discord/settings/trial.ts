import type { ChannelApi } from '../rest/channel-api.ts';
import { createLogChannel, type SayRefusal, unsaid } from '../moderation/log-channel.ts';

/** What a channel is to be used for, and the first message in it. */
interface Trial {
  readonly channelId: string;
  readonly hello: string;
  /** At most 25 characters; one nonce says it once. */
  readonly nonce: string;
  /** Pictures will be posted there. */
  readonly withPictures: boolean;
}

/** A small blue square. */
const SQUARE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAMAAAAoLQ9TAAAAA1BMVEVYZfKO7E4AAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADUlEQVQY02NgGAXIAAABEAAB7JfjegAAAABJRU5ErkJggg==',
  'base64',
);

const UPLOAD_MS = 8_000;

/**
 * Tries whether the bot can post in a channel, by a first message that notifies nobody: with a picture
 * where pictures will follow, which is taken away again. Answers why it cannot. Never rejects.
 */
export async function tryChannel(
  { channelId, hello, nonce, withPictures }: Trial,
  channels: Pick<ChannelApi, 'post' | 'change'>,
): Promise<SayRefusal | 'lost' | undefined> {
  if (!withPictures) {
    const said = await createLogChannel(channels).say(channelId, { content: hello }, nonce);
    if (said.kind === 'said') return undefined;
    return said.kind === 'lost' ? 'lost' : said.why;
  }
  try {
    const files = [{ name: 'trial.png', data: SQUARE, contentType: 'image/png' }];
    const upload = { files, signal: AbortSignal.timeout(UPLOAD_MS) };
    const { id } = await channels.post(channelId, { content: hello, nonce }, upload);
    // The bot may post there, whatever becomes of the picture.
    await channels.change(channelId, id, { attachments: [] }).catch(() => {});
    return undefined;
  } catch (error) {
    const said = unsaid(error);
    return said.kind === 'lost' ? 'lost' : said.why;
  }
}

import type { Picture } from '../../image-api/client.ts';
import type { PictureRequest } from '../../request.ts';
import type { Line } from './conversation.ts';
import type { Asked } from './open-interactions.ts';

/** The record that the buttons under pictures read. */
export interface Offer {
  /** The record's opaque id; undefined where nothing could be written down. */
  readonly recordId: string | undefined;
  /**
   * Notes which pictures are shown, and where; the record goes where nobody sees any. Never rejects.
   */
  note(shown: readonly Picture[], messageId: string | undefined): Promise<void>;
}

/** Under a message with pictures that nothing is written down of. */
const NOTHING: Offer = { recordId: undefined, note: () => Promise.resolve() };

const seedsOf = (pictures: readonly Picture[]): number[] => pictures.map(({ seed }) => seed);

/**
 * Writes down what pictures are made from, before the buttons that read it are shown. There are none
 * where that cannot be written.
 */
export async function offerButtons(
  request: PictureRequest,
  pictures: readonly Picture[],
  { guildId, channelId, userId }: Pick<Asked, 'guildId' | 'channelId' | 'userId'>,
  { pictures: records, log }: Pick<Line, 'pictures' | 'log'>,
): Promise<Offer> {
  if (guildId === null) return NOTHING;
  const seeds = seedsOf(pictures);
  const entry = { guild: guildId, channel: channelId, user: userId, request, seeds };
  const recordId = await records.keep(entry).catch((error: unknown) => {
    log.error({ err: error }, 'pictures without buttons: they could not be written down');
  });
  if (recordId === undefined) return NOTHING;

  return {
    recordId,
    async note(shown, messageId) {
      const write =
        shown.length === 0
          ? records.remove(recordId)
          : records.shown(recordId, { message: messageId ?? null, seeds: seedsOf(shown) });
      await write.catch((error: unknown) => {
        log.warn({ err: error }, 'where the pictures are shown could not be written down');
      });
    },
  };
}

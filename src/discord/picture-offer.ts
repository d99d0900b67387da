import type { APIActionRowComponent, APIButtonComponent } from 'discord.js';
import type { Delivery } from '../conversation.ts';
import type { Showing } from '../outcome.ts';
import type { Line } from './conversation.ts';
import type { Asked } from './open-interactions.ts';
import { pictureRows } from './picture-rows.ts';

/** Buttons for pictures that are about to be shown. */
interface Offer {
  readonly rows: readonly APIActionRowComponent<APIButtonComponent>[];
  /** Notes what came of it: where they are shown, or that nobody sees them. Never rejects. */
  settle(delivery: Delivery, messageId: string | undefined): Promise<void>;
}

/** Under a message with pictures that nothing is written down of. */
const NOTHING: Offer = { rows: [], settle: () => Promise.resolve() };

/**
 * Writes down what the pictures are made from, and answers the buttons that will read it. There are
 * none where that cannot be written: a button must never be shown before its record is there.
 */
export async function offerButtons(
  { userId, request, pictures }: Showing,
  { guildId, channelId }: Pick<Asked, 'guildId' | 'channelId'>,
  { pictures: records, log }: Pick<Line, 'pictures' | 'log'>,
): Promise<Offer> {
  if (guildId === null) return NOTHING;
  const seeds = pictures.map(({ seed }) => seed);
  const entry = { guild: guildId, channel: channelId, user: userId, request, seeds };
  const id = await records.keep(entry).catch((error: unknown) => {
    log.error({ err: error }, 'pictures without buttons: they could not be written down');
  });
  if (id === undefined) return NOTHING;

  return {
    rows: pictureRows(id),
    async settle(delivery, messageId) {
      if (delivery.kind === 'unknown') return;
      const { accepted } = delivery;
      const write =
        accepted === 0
          ? records.remove(id)
          : records.shown(id, { message: messageId ?? null, seeds: seeds.slice(0, accepted) });
      await write.catch((error: unknown) => {
        log.warn({ err: error }, 'where the pictures are shown could not be written down');
      });
    },
  };
}

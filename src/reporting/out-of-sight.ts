import type { Cover, Gallery, Handled, Spot } from './gallery.ts';
import type { Reports } from '../moderation/reports.ts';

/** Takes pictures out of sight, in a way that can be taken back. Throws as the store does. */
export interface OutOfSight {
  has(guildId: string, messageId: string): Promise<boolean>;
  /** What everybody sees: hiding may have been lost on its way although they are kept. */
  look(guildId: string, spot: Spot): Promise<'shown' | 'hidden' | 'lost'>;
  /** May be repeated. */
  hide(guildId: string, spot: Spot, cover: Cover): Promise<Handled>;
  /** Shows what is hidden; where nothing is, nothing is to be done. */
  show(guildId: string, spot: Spot, recordId: string | null): Promise<Handled>;
}

/** Keeps hidden pictures beside the reports about them. */
export function createOutOfSight(
  reports: Pick<Reports, 'hidden' | 'keepHidden'>,
  gallery: Gallery,
): OutOfSight {
  const has = async (guildId: string, messageId: string): Promise<boolean> =>
    (await reports.hidden(guildId, messageId)) !== undefined;

  return {
    has,

    async look(guildId, spot) {
      if (!(await has(guildId, spot.messageId))) return 'shown';
      const taken = await gallery.take(spot);
      if (typeof taken !== 'string') return 'shown';
      return taken === 'lost' ? 'lost' : 'hidden';
    },

    async hide(guildId, spot, cover) {
      const { messageId } = spot;
      // They are kept first, so that no crash loses them.
      const isFirst = !(await has(guildId, messageId));
      if (isFirst) {
        const taken = await gallery.take(spot);
        if (typeof taken === 'string') return taken;
        await reports.keepHidden(guildId, messageId, { v: 1, author: cover.author, ...taken });
      }
      const handled = await gallery.cover(spot, cover);
      // What was kept before may be covered already: letting go of it would lose the pictures.
      if (handled === 'gone' || (handled === 'refused' && isFirst)) {
        await reports.keepHidden(guildId, messageId, null);
      }
      return handled;
    },

    async show(guildId, spot, recordId) {
      const hidden = await reports.hidden(guildId, spot.messageId);
      if (hidden === undefined) return 'done';
      const handled = await gallery.uncover(spot, hidden, recordId);
      if (handled === 'done' || handled === 'gone') {
        await reports.keepHidden(guildId, spot.messageId, null);
      }
      return handled;
    },
  };
}

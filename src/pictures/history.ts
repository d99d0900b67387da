import { BrokenDocumentError, type Order, type Store, type StoredRow } from '../storage/store.ts';
import {
  type Member,
  type PictureRecord,
  pictureDocument,
  shownDocument,
  shownPrefix,
} from './documents.ts';

/** The most pictures on a page: as many as a row has buttons (Discord's docs). */
export const PAGE_SIZE = 5;

/** A part of a member's history: the newest, or what lies beside a message that may be gone by now. */
export type Spot =
  | { readonly kind: 'newest' }
  | { readonly kind: 'older' | 'newer'; readonly than: string };

/** One message with pictures. */
export interface HistoryEntry {
  /** The id of its record. */
  readonly id: string;
  readonly messageId: string;
  readonly record: PictureRecord;
}

/** A part of a member's history, newest first; empty only where there is nothing at all. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

/** The pictures that members were shown, for as long as their records are kept. */
export interface History {
  /**
   * A page of a member's pictures in one server, at the cost of a page however many there are.
   * @throws StoreError when the database fails.
   */
  page(member: Member, spot: Spot): Promise<HistoryPage>;
}

/** The id next to a message's, on the older side. */
const before = (messageId: string): string => String(BigInt(messageId) - 1n);

/** Histories in a store. `onBroken` hears of rows that had to be left out. */
export function createHistory(
  store: Store,
  onBroken: (error: BrokenDocumentError) => void,
): History {
  async function entryOf(member: Member, row: StoredRow): Promise<HistoryEntry | undefined> {
    const messageId = row.key.slice(shownPrefix(member).length).replace(/^0+/, '');
    try {
      const shown = shownDocument(member, messageId).schema.safeParse(row.value);
      if (!shown.success) throw new BrokenDocumentError(row.key, { cause: shown.error });
      const { record: id } = shown.data;
      const record = await store.read(pictureDocument(id));
      return record && { id, messageId, record };
    } catch (error) {
      if (!(error instanceof BrokenDocumentError)) throw error;
      onBroken(error);
      return undefined;
    }
  }

  /** The pictures beside a message, the nearest first, or from one end on; never that message's own. */
  async function beside(
    member: Member,
    order: Order,
    messageId: string | undefined,
    most: number,
  ): Promise<HistoryEntry[]> {
    const from = messageId === undefined ? undefined : shownDocument(member, messageId).key;
    const found: HistoryEntry[] = [];
    for await (const row of store.scan(shownPrefix(member), from, order)) {
      if (row.key === from) continue;
      const entry = await entryOf(member, row);
      if (entry !== undefined) found.push(entry);
      if (found.length === most) break;
    }
    return found;
  }

  const isThere = async (...range: [Member, Order, string]): Promise<boolean> =>
    (await beside(...range, 1)).length > 0;

  async function newest(member: Member): Promise<HistoryPage> {
    const found = await beside(member, 'down', undefined, PAGE_SIZE + 1);
    const hasOlder = found.length > PAGE_SIZE;
    return { entries: found.slice(0, PAGE_SIZE), hasNewer: false, hasOlder };
  }

  /** The first page is always a whole one: whoever comes near it is there. */
  async function newer(member: Member, than: string): Promise<HistoryPage> {
    const found = await beside(member, 'up', than, PAGE_SIZE + 1);
    if (found.length <= PAGE_SIZE) return newest(member);
    const entries = found.slice(0, PAGE_SIZE).toReversed();
    const hasOlder = await isThere(member, 'down', entries.at(-1)?.messageId ?? than);
    return { entries, hasNewer: true, hasOlder };
  }

  async function older(member: Member, than: string): Promise<HistoryPage> {
    const found = await beside(member, 'down', than, PAGE_SIZE + 1);
    const [first] = found;
    // What was older is deleted by now: the last page is the one that ends here.
    if (first === undefined) return newer(member, before(than));
    const hasNewer = await isThere(member, 'up', first.messageId);
    return {
      entries: found.slice(0, PAGE_SIZE),
      hasNewer,
      hasOlder: found.length > PAGE_SIZE,
    };
  }

  return {
    page: (member, spot) => {
      if (spot.kind === 'newest') return newest(member);
      return spot.kind === 'newer' ? newer(member, spot.than) : older(member, spot.than);
    },
  };
}

import { isDeepStrictEqual } from 'node:util';
import { snowflakeTime } from '../snowflake.ts';
import type { Store } from '../storage/store.ts';
import {
  type Block,
  blockDocument,
  blocksPrefix,
  DAMAGED,
  type FoundBlock,
  mendableBlock,
} from './block-documents.ts';
import type { Cases } from './cases.ts';

/** Blocks on one page. */
const PAGE = 10;

/** Somebody's word that a member is blocked, or no longer. */
interface BlockWord {
  readonly userId: string;
  readonly by: string;
  /** At most 500 UTF-16 units. */
  readonly reason: string | null;
  readonly interactionId: string;
}

/** An order to block a member. */
export interface BlockOrder extends BlockWord {
  /** How long in milliseconds; null is for ever. */
  readonly lastsMs: number | null;
}

/** What came of blocking a member. */
interface Blocked {
  readonly block: Block;
  /** The block that it took the place of, if that was not over. */
  readonly before: FoundBlock | null;
}

/** What came of lifting a block. */
type Unblocked =
  | {
      readonly kind: 'unblocked';
      readonly before: FoundBlock;
      readonly case: number;
    }
  | { readonly kind: 'not-blocked' };

/** A block in a list of them. */
export interface ListedBlock {
  readonly userId: string;
  readonly block: FoundBlock;
}

/** Blocks of a server, by the ids of their members. */
interface BlockPage {
  readonly blocks: readonly ListedBlock[];
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
}

/**
 * Who may not ask for pictures, in each server. Whether a block is over is judged by the time of an
 * interaction, which is Discord's clock. A block that is damaged holds until it is set anew or lifted.
 * Every method throws StoreError when the database fails.
 */
export interface Blocks {
  /** Blocks a member, also one who is blocked. Opens a case, one for each order: it may be repeated. */
  block(guildId: string, order: BlockOrder): Promise<Blocked>;
  /** Lifts a member's block. Opens a case where there was one. */
  unblock(guildId: string, word: BlockWord): Promise<Unblocked>;
  /**
   * The block that holds at an interaction. Throws BrokenDocumentError when it is damaged, which is no
   * leave to ask for pictures.
   */
  of(guildId: string, userId: string, interactionId: string): Promise<Block | undefined>;
  /** Whether a block holds at an interaction, be it damaged. */
  isBlocked(guildId: string, userId: string, interactionId: string): Promise<boolean>;
  /** The blocks that hold at an interaction, damaged ones among them, from the one on that `from` names. */
  list(guildId: string, interactionId: string, from?: string | null): Promise<BlockPage>;
}

/** Whether a block holds at a time, in milliseconds since 1970. */
export const holds = (block: Pick<Block, 'until'> | typeof DAMAGED, at: number): boolean =>
  block === DAMAGED || block.until === null || at < block.until;

/** What a case tells of a block that there was; null where that is not known. */
const former = (before: FoundBlock | null) =>
  before === DAMAGED || before === null ? null : { by: before.by, until: before.until };

/** The blocks in a store; each is set and lifted together with its case. */
export function createBlocks(store: Store, cases: Pick<Cases, 'openBeside'>): Blocks {
  return {
    block(guildId, { userId, by, reason, interactionId, lastsMs }) {
      const since = snowflakeTime(interactionId);
      const until = lastsMs === null ? null : since + lastsMs;
      const head = { interactionId, actor: by, target: userId, reason };
      const row = mendableBlock(guildId, userId, lastsMs);
      return cases.openBeside<FoundBlock, Blocked>(guildId, head, row, (now, number) => {
        const block = { v: 1 as const, by, reason: reason || null, since, until, case: number };
        const isSame = (found: Block) => isDeepStrictEqual(found, { ...block, case: found.case });
        if (now !== undefined && now !== DAMAGED && isSame(now)) {
          return { answer: { block: now, before: null } };
        }
        const before = now !== undefined && holds(now, since) ? now : null;
        return {
          facts: { kind: 'block', until, before: former(before) },
          write: block,
          answer: { block, before },
        };
      });
    },

    unblock(guildId, { userId, by, reason, interactionId }) {
      const head = { interactionId, actor: by, target: userId, reason };
      const row = mendableBlock(guildId, userId);
      return cases.openBeside<FoundBlock, Unblocked>(guildId, head, row, (now, number) => {
        if (now === undefined || !holds(now, snowflakeTime(interactionId))) {
          return { answer: { kind: 'not-blocked' } };
        }
        return {
          facts: { kind: 'unblock', before: former(now) },
          write: null,
          answer: { kind: 'unblocked', before: now, case: number },
        };
      });
    },

    async of(guildId, userId, interactionId) {
      const block = await store.read(blockDocument(guildId, userId));
      return block !== undefined && holds(block, snowflakeTime(interactionId)) ? block : undefined;
    },

    async isBlocked(guildId, userId, interactionId) {
      const block = await store.read(mendableBlock(guildId, userId));
      return block !== undefined && holds(block, snowflakeTime(interactionId));
    },

    async list(guildId, interactionId, from = null) {
      const prefix = blocksPrefix(guildId);
      const at = snowflakeTime(interactionId);
      const blocks: ListedBlock[] = [];
      for await (const { key, value } of store.scan(prefix, `${prefix}${from ?? ''}`)) {
        const userId = key.slice(prefix.length);
        const block = blockDocument(guildId, userId).schema.safeParse(value).data ?? DAMAGED;
        if (!holds(block, at)) continue;
        if (blocks.length === PAGE) return { blocks, next: userId };
        blocks.push({ userId, block });
      }
      return { blocks, next: null };
    },
  };
}

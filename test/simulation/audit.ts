import { amountOf } from '../../src/credits/books.ts';
import type { Hold } from '../../src/credits/documents.ts';
import { dayOf, monthOf } from '../../src/credits/month.ts';
import { BrokenDocumentError } from '../../src/storage/store.ts';
import type { Guild } from './guilds.ts';
import { type Row, readRow, type Tally } from './rows.ts';

/** Watches every statement that reaches the database and judges the whole of it afterwards. */
export interface Audit {
  /** Reads the rows that were written, and answers what is wrong with the books now. */
  wrote(keys: readonly string[], rows: ReadonlyMap<string, string>): string | undefined;
  /** Credits that each interaction was ever charged, whether or not it is remembered. */
  readonly charged: ReadonlyMap<string, number>;
  /** Credits of members' months that were removed, by key. */
  readonly forgotten: ReadonlyMap<string, number>;
  /** The warnings that ever became due, by server. */
  readonly warnings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Interactions of which a last word was ever kept until their member is next seen. */
  readonly owed: ReadonlySet<string>;
  /** Rows that are there now, by key. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Whether it is written down that an interaction's member waits. */
  isOpen(interactionId: string): boolean;
  /** Whether a server has still to be warned. */
  hasWarnings(): boolean;
  /** Whether something is left to be done about pictures that moderators see first. */
  hasReviews(): boolean;
  /** Interactions that are open, hold credits, or whose pictures moderators see first. */
  unsettled(): readonly string[];
}

const add = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** The rows that count a hold. */
function countedIn(interactionId: string, hold: Hold): string[] {
  const server = `credits:${hold.guild}:${monthOf(interactionId)}`;
  return [
    server,
    `${server}:u:${hold.user}`,
    ...(hold.channel === null ? [] : [`${server}:c:${hold.channel}`]),
    ...hold.roles.map((role) => `${server}:r:${role}`),
  ];
}

/** Starts to watch an empty database of these servers. */
export function createAudit(guilds: readonly Guild[]): Audit {
  const rows = new Map<string, Row>();
  const charged = new Map<string, number>();
  const forgotten = new Map<string, number>();
  const warnings = new Map<string, Set<string>>();
  const owed = new Set<string>();
  const limitsOf = new Map(guilds.map(({ id, limits }) => [id, limits]));

  function take(key: string, text: string | undefined): string | undefined {
    let row: Row | undefined;
    try {
      row = text === undefined ? undefined : readRow(key, text);
    } catch (error) {
      if (!(error instanceof BrokenDocumentError)) throw error;
      return `I6 ${key} breaks its schema: ${text}`;
    }
    if (row === undefined) {
      const before = rows.get(key);
      if (before?.kind === 'tally') add(forgotten, key, before.tally.used);
      rows.delete(key);
      return undefined;
    }
    rows.set(key, row);
    if (row.kind === 'warning') {
      warnings.set(row.guildId, (warnings.get(row.guildId) ?? new Set()).add(`${key} ${text}`));
    }
    if (row.kind !== 'done') return undefined;
    const before = charged.get(row.interactionId);
    charged.set(row.interactionId, (before ?? 0) + row.captured);
    return before === undefined ? undefined : `I1 ${row.interactionId} was resolved twice`;
  }

  function sums() {
    const used = new Map<string, number>();
    const held = new Map<string, number>();
    for (const [key, row] of rows) {
      if (row.kind === 'hold') {
        const { interactionId, hold } = row;
        if (rows.has(`done:${interactionId.padStart(20, '0')}`)) {
          throw new Problem(`I6 ${interactionId} is both held and resolved`);
        }
        const amount = amountOf(hold);
        for (const counted of countedIn(interactionId, hold)) add(held, counted, amount);
        const member = `credits:${hold.guild}:${monthOf(interactionId)}:u:${hold.user}`;
        add(held, `${member}:${dayOf(interactionId)}`, amount);
      }
      if (row.kind === 'tally' && row.of === 'member') add(used, row.serverKey, row.tally.used);
      if (row.kind === 'tally' && row.of === 'server') add(used, key, row.deleted);
    }
    return { used, held };
  }

  function limitOf(row: Extract<Row, { kind: 'tally' }>): number {
    const limits = limitsOf.get(row.guildId);
    switch (row.of) {
      case 'server':
        return limits?.server ?? 0;
      case 'member':
        return limits?.memberMonth ?? 0;
      case 'channel':
        return limits?.channels[row.id] ?? Number.POSITIVE_INFINITY;
      case 'role':
        return limits?.roles[row.id] ?? Number.POSITIVE_INFINITY;
    }
  }

  function judge(): void {
    const { used, held } = sums();
    for (const key of [...held.keys()].filter((it) => !/:u:\d+:\d\d$/.test(it))) {
      expect(rows.has(key), `I6 nothing counts a hold in ${key}`);
    }
    for (const [key, row] of rows) {
      if (row.kind !== 'tally') continue;
      const { tally, of } = row;
      const there = `${key} ${tally.used}+${tally.held}`;
      expect(tally.held === (held.get(key) ?? 0), `I6 ${there}: holds say ${held.get(key)}`);
      const rule = of === 'server' ? 'I3' : 'I7';
      expect(within(tally, limitOf(row)), `${rule} ${there}: the limit is ${limitOf(row)}`);
      if (of === 'server') {
        expect(tally.used === (used.get(key) ?? 0), `I5 ${there}: members say ${used.get(key)}`);
        continue;
      }
      const server = rows.get(row.serverKey);
      expect(server?.kind === 'tally', `I6 ${there}: there is no server row`);
      if (server?.kind === 'tally') {
        expect(tally.used <= server.tally.used, `I6 ${there}: more than the server`);
      }
      for (const [day, part] of Object.entries(row.days)) {
        const name = `${key}:${day}`;
        const heldThen = held.get(name) ?? 0;
        expect(part.held === heldThen, `I6 ${name} holds ${part.held}, the holds say ${heldThen}`);
        const limit = limitsOf.get(row.guildId)?.memberDay ?? 0;
        expect(within(part, limit), `I7 ${name} ${part.used}+${part.held}: the limit is ${limit}`);
      }
    }
  }

  return {
    charged,
    forgotten,
    warnings,
    owed,
    rows,
    isOpen: (interactionId) => rows.has(`open:${interactionId}`),

    hasReviews: () => rows.values().some(({ kind }) => kind === 'review'),

    hasWarnings: () => rows.values().some(({ kind }) => kind === 'warning'),

    unsettled: () =>
      [...rows.values()].flatMap((row) =>
        row.kind === 'open' || row.kind === 'hold' || row.kind === 'review'
          ? [row.interactionId]
          : [],
      ),

    wrote(keys, texts) {
      for (const key of keys) {
        const [, interactionId] = /^owed:\d+:(\d+)$/.exec(key) ?? [];
        if (interactionId !== undefined) owed.add(interactionId);
        const problem = take(key, texts.get(key));
        if (problem !== undefined) return problem;
      }
      try {
        judge();
        return undefined;
      } catch (error) {
        if (error instanceof Problem) return error.message;
        throw error;
      }
    },
  };
}

/** Something is wrong with the books; found in the middle of reading them. */
class Problem extends Error {}

function expect(isSo: boolean, problem: string): void {
  if (!isSo) throw new Problem(problem);
}

const within = ({ used, held }: Tally, limit: number): boolean => used + held <= limit;

import { createLocks, type Locks } from '../../src/storage/locks.ts';
import { parseRow, rowFor, rowValue } from '../../src/storage/rows.ts';
import {
  type Document,
  type Documents,
  type Store,
  StoreError,
  type Values,
} from '../../src/storage/store.ts';
import type { Dice } from './dice.ts';
import type { Fate, Run } from './run.ts';

/** The rows of the database file: text by key. They outlive every run. */
export interface Disk {
  readonly rows: Map<string, string>;
  /** Called after each applied statement, with the keys that it wrote. */
  wrote: (keys: readonly string[]) => void;
}

/** How often statements fail, each between 0 and 1. */
export interface StoreFaults {
  readonly read: number;
  readonly writeBefore: number;
  readonly writeAfter: number;
}

/** Departures from what the store promises, for the proof that the simulation sees them. */
export interface StoreDefects {
  readonly noLocks?: boolean;
  readonly readErrorIsEmpty?: boolean;
  readonly rowsApart?: boolean;
}

/** Rows that one deleting statement touches; few, so that others come in between. */
const PAGE = 3;

const noLocks: Locks = { run: (_keys, work) => work(), size: 0 };

const failure = () => new StoreError('The simulated database failed.');

/** The database as one run sees it: the store's contract over rows in memory that may fail. */
export function createSimulatedStore(
  run: Run,
  disk: Disk,
  dice: Dice,
  faults: () => StoreFaults,
  defects: StoreDefects = {},
): Store {
  const locks = defects.noLocks ? noLocks : createLocks();
  const now = () => run.clock.now();

  function statement<T>(what: string, fate: Fate, effect: () => T): Promise<T> {
    const ms = dice.chance(0.05) ? dice.between(100, 2_000) : dice.between(1, 15);
    return run.send({ what, ms, fate, effect, lost: failure });
  }

  function look<T>(what: string, effect: () => T): Promise<T> {
    return statement(what, dice.chance(faults().read) ? 'lost' : 'answered', effect);
  }

  function change<T>(what: string, effect: () => T): Promise<T> {
    const { writeBefore, writeAfter } = faults();
    const throwOf = dice.next();
    if (throwOf < writeBefore) return statement(what, 'lost', effect);
    const lost = throwOf < writeBefore + writeAfter;
    return statement(what, lost ? 'done-unanswered' : 'answered', effect);
  }

  /** Deletes the rows that are meant, a few with each statement. */
  async function remove(
    what: string,
    isMeant: (key: string, text: string) => boolean,
    signal?: AbortSignal,
  ): Promise<number> {
    for (let removed = 0; ; ) {
      const part = await change(what, () => {
        const meant = [...disk.rows].filter(([key, text]) => isMeant(key, text));
        const keys = meant.slice(0, PAGE).map(([key]) => key);
        for (const key of keys) disk.rows.delete(key);
        disk.wrote(keys);
        return keys.length;
      });
      removed += part;
      if (part < PAGE || signal?.aborted) return removed;
    }
  }

  const living = (prefix: string): [string, string][] =>
    [...disk.rows]
      .filter(([key, text]) => key.startsWith(prefix) && rowValue(text, now()).kind !== 'over')
      .toSorted(([a], [b]) => (a < b ? -1 : 1));

  async function load(documents: Documents): Promise<Record<string, unknown>> {
    const keys = Object.values(documents).map(({ key }) => key);
    const found = look(`read ${keys[0]}`, () =>
      Object.fromEntries(
        Object.entries(documents).map(([name, document]) => {
          const text = disk.rows.get(document.key);
          return [name, text === undefined ? undefined : parseRow(document, text, now())];
        }),
      ),
    );
    return defects.readErrorIsEmpty ? found.catch(() => ({})) : found;
  }

  async function save(documents: Documents, write: Record<string, unknown>): Promise<void> {
    const written: [string, string][] = [];
    for (const [name, value] of Object.entries(write)) {
      const document = documents[name];
      if (document === undefined || value === undefined) continue;
      if (document.shared) throw new TypeError(`${document.key} was read along only.`);
      written.push([document.key, JSON.stringify(rowFor(document, value, now()))]);
    }
    const statements = defects.rowsApart ? written.map((row) => [row]) : [written];
    for (const tuples of statements) {
      if (tuples.length === 0) continue;
      await change(`write ${tuples.map(([key]) => key).join(' ')}`, () => {
        for (const [key, text] of tuples) disk.rows.set(key, text);
        disk.wrote(tuples.map(([key]) => key));
      });
    }
  }

  return {
    update: (documents, decide) =>
      locks.run(
        Object.values(documents).flatMap(({ key, shared }) => (shared ? [] : [key])),
        async () => {
          const values = (await load(documents)) as Values<typeof documents>;
          const { write, answer } = decide(values);
          if (write !== undefined) await save(documents, write);
          return answer;
        },
      ),

    async read<T>(document: Document<T>) {
      const { it } = await load({ it: document });
      return it as T | undefined;
    },

    keys: (prefix) => look(`keys ${prefix}`, () => living(prefix).map(([key]) => key)),

    async *scan(prefix, from, order = 'up') {
      const found = await look(`scan ${prefix}`, () => living(prefix));
      for (const [key, text] of order === 'up' ? found : found.toReversed()) {
        const row = rowValue(text, now());
        const isBefore = from !== undefined && (order === 'up' ? key < from : key > from);
        if (!isBefore && row.kind !== 'over') {
          yield { key, value: row.kind === 'alive' ? row.value : undefined };
        }
      }
    },

    removeRange: (from, until) =>
      remove(`remove ${from}…${until}`, (key) => key >= from && key < until),

    sweep: (signal) =>
      remove('sweep', (_key, text) => rowValue(text, now()).kind === 'over', signal),

    backUp: () => Promise.reject(new StoreError('There are no files here.')),
    probe: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

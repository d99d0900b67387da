import type { z } from 'zod';

/** One kind of document under one key: what it must look like and how long an idle one is kept. */
export interface Document<T> {
  readonly key: string;
  readonly schema: z.ZodType<T>;
  /** Milliseconds after the last write until the row may be swept away; absent: never. */
  readonly keepMs?: number;
  /** Read in place of a row that is broken, which may then be written over; absent: it is neither. */
  readonly brokenAs?: T;
  /** Read along with others, without waiting for them and never written beside them. */
  readonly shared?: true;
}

/** Documents by the names that a change knows them by; one may be left out. */
export type Documents = Readonly<Record<string, Document<unknown>>>;

/** What a change reads: each document, or undefined where there is none yet. */
export type Values<D extends Documents> = {
  readonly [K in keyof D]: NonNullable<D[K]> extends Document<infer T> ? T | undefined : never;
};

/** What a change decides: documents to write (null removes one) and an answer for the caller. */
interface Change<D extends Documents, R> {
  readonly write?: {
    readonly [K in keyof D]?: NonNullable<D[K]> extends Document<infer T> ? T | null : never;
  };
  readonly answer: R;
}

/** A row of which nothing is known but its key; one that Keyv did not write has no value. */
export interface StoredRow {
  readonly key: string;
  readonly value: unknown;
}

/** The order of a scan: by the keys, or against it. */
export type Order = 'up' | 'down';

/** What came of a backup. */
export type Backup =
  | { readonly kind: 'made'; readonly bytes: number; readonly rows: number }
  | { readonly kind: 'exists' | 'no-folder' };

/** Everything lasting, as versioned documents. */
export interface Store {
  /**
   * The one seam for reading and then writing: `change` sees the documents as they are, and what it
   * decides is written in one atomic statement before any other update of the same keys may look.
   * `change` is pure and quick; it may be called again for another attempt.
   * @throws BrokenDocumentError when a document does not match its schema, and says nothing of what it
   * is read as then; nothing is written.
   * @throws StoreError when the database fails; the write may or may not have happened.
   */
  update<D extends Documents, R>(
    documents: D,
    change: (values: Values<D>) => Change<D, R>,
  ): Promise<R>;

  /** A look without a change. Throws as `update` does. */
  read<T>(document: Document<T>): Promise<T | undefined>;

  /** The keys that start with `prefix` and whose time is not over, in order. */
  keys(prefix: string): Promise<string[]>;

  /**
   * The rows whose keys start with `prefix` and whose time is not over, upwards or downwards from the
   * key `from` on. They are read a page at a time, so that charges come in between: no snapshot.
   */
  scan(prefix: string, from?: string, order?: Order): AsyncIterable<StoredRow>;

  /** Deletes the rows from one key on, up to the next but without it, in parts. Returns how many. */
  removeRange(from: string, until: string): Promise<number>;

  /**
   * Deletes rows whose time is over, in parts, until the signal ends it: nothing of them, nor of what
   * was removed before, stays in the file. Returns how many.
   */
  sweep(signal?: AbortSignal): Promise<number>;

  /**
   * Copies everything, as it is at one moment, to a new file.
   * @throws StoreError when the copy cannot be written; nothing of it is left then.
   */
  backUp(file: string): Promise<Backup>;

  /** Fails unless a row can be written. */
  probe(): Promise<void>;

  close(): Promise<void>;
}

/** The database could not do what was asked. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/**
 * A stored document that does not match its schema. It is never read as empty or overwritten, unless the
 * document says what it is read as.
 */
export class BrokenDocumentError extends Error {
  override readonly name = 'BrokenDocumentError';
  readonly key: string;

  constructor(key: string, options?: ErrorOptions) {
    super(`The stored document ${key} is broken; it is left as it is.`, options);
    this.key = key;
  }
}

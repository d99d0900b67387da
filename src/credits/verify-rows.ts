import type { Document, StoredRow } from '../storage/store.ts';
import {
  cooldownDocument,
  DONE_PREFIX,
  doneDocument,
  floorDocument,
  WARNING_PREFIX,
  warningDocument,
} from './documents.ts';

/** A kind of document, by the beginning of its keys. */
export interface Kind {
  readonly prefix: string;
  /**
   * The document that the rest of a key names; undefined when it names none. Absent: it is somebody
   * else's, and only looked at as a row.
   */
  readonly documentOf?: (...rest: string[]) => Document<unknown> | undefined;
}

/** The kinds that stand alone: nothing must agree with them. */
export const LONE_KINDS: readonly Kind[] = [
  { prefix: floorDocument.key, documentOf: () => floorDocument },
  {
    prefix: DONE_PREFIX,
    documentOf: (id = '') => (/^\d{20}$/.test(id) ? doneDocument(id) : undefined),
  },
  {
    prefix: 'cooldown:',
    documentOf: (guildId = '', userId = '') => cooldownDocument(guildId, userId),
  },
  {
    prefix: WARNING_PREFIX,
    documentOf: (guildId = '', month = '', level = '') =>
      warningDocument(guildId, month, level === '80' ? 80 : 100),
  },
];

/** What is wrong with a row by itself, for the operator; undefined when nothing is. */
export function faultInRow({ key, value }: StoredRow, kinds: readonly Kind[]): string | undefined {
  const kind = kinds.find(({ prefix }) => key.startsWith(prefix));
  if (kind === undefined) return 'Easel keeps nothing under such a name';
  if (value === undefined) return 'this row cannot be read';
  if (kind.documentOf === undefined) return undefined;
  const document = kind.documentOf(...key.slice(kind.prefix.length).split(':'));
  if (document?.key !== key) return 'Easel keeps nothing under such a name';
  return document.schema.safeParse(value).success ? undefined : 'this document cannot be read';
}

import type { Document, Store } from '../storage/store.ts';
import { type CaseHead, createCaseBook, type OpenBeside } from './case-book.ts';
import {
  type Case,
  caseDocument,
  casesPrefix,
  counterDocument,
  indexDocument,
  indexedNumber,
  indexPrefix,
  textDocument,
  untoldDocument,
} from './case-documents.ts';
import {
  annotate,
  type Annotated,
  type Annotation,
  askAgain,
  close,
  type Closed,
  type Closing,
  type SecondLook,
  type SecondLooked,
} from './decide.ts';
import type { Facts } from './facts.ts';

/** Cases on one page. */
const PAGE = 10;

/** A case that happened just now. */
export interface NewCase extends CaseHead {
  readonly facts: Facts;
}

/** A case with its number, and what was typed as long as that is kept. */
export interface NumberedCase extends Case {
  readonly number: number;
  readonly text: string | null;
}

/** Some cases, the newest first. */
interface CasePage {
  readonly cases: readonly NumberedCase[];
  /** Where the next page begins; null where there is none. */
  readonly next: number | null;
}

/**
 * The cases of all servers. Every method throws StoreError when the database fails and
 * BrokenDocumentError when what is stored of a case is broken.
 */
export interface Cases {
  /** Opens a case; answers its number. After an error it may have been opened. */
  open(guildId: string, newCase: NewCase): Promise<number>;
  /** The same in one write with another document, which decides what the case is about. */
  readonly openBeside: OpenBeside;
  find(guildId: string, number: number): Promise<NumberedCase | undefined>;
  /** Cases about a member, older than the one that `before` names. */
  ofMember(guildId: string, userId: string, before?: number | null): Promise<CasePage>;
  /** Cases of a server, older than the one that `before` names. */
  newest(guildId: string, before?: number | null): Promise<CasePage>;
  /**
   * Has it told that what was decided in a case is delayed, in one write with another document; not
   * where that is not to be written.
   */
  delay<T>(
    guildId: string,
    number: number,
    beside: Document<T>,
    decide: (now: T | undefined) => T | undefined,
  ): Promise<void>;
  /** Decides about a review or a report: the first decision holds. */
  close(guildId: string, number: number, closing: Closing): Promise<Closed>;
  /** Asks moderators for a second look at a refusal, once. */
  askAgain(guildId: string, number: number, wish: SecondLook): Promise<SecondLooked>;
  /** Writes a note to a case, unless somebody else did meanwhile. */
  annotate(guildId: string, number: number, annotation: Annotation): Promise<Annotated>;
}

/**
 * The cases in a store.
 * @param ring called when there is news for a log channel.
 */
export function createCases(store: Store, ring: () => void): Cases {
  const openBeside = createCaseBook(store, ring);

  const find = (guildId: string, number: number): Promise<NumberedCase | undefined> => {
    const documents = {
      entry: { ...caseDocument(guildId, number), shared: true as const },
      text: { ...textDocument(guildId, number), shared: true as const },
    };
    return store.update(documents, ({ entry, text }) => ({
      answer: entry && { ...entry, number, text: text?.text ?? null },
    }));
  };

  /** The cases that the rows lead to, as many as a page has. */
  async function pageOf(
    guildId: string,
    rows: AsyncIterable<{ readonly key: string }>,
    numberIn: (key: string) => number,
  ): Promise<CasePage> {
    const numbers: number[] = [];
    for await (const { key } of rows) {
      numbers.push(numberIn(key));
      if (numbers.length > PAGE) break;
    }
    const shown = numbers.slice(0, PAGE);
    const found = await Promise.all(shown.map((number) => find(guildId, number)));
    return {
      cases: found.filter((each) => each !== undefined),
      next: numbers.length > PAGE ? (shown.at(-1) ?? null) : null,
    };
  }

  return {
    // Nothing stands beside it: the counter is read along, which the case is written with anyway.
    open: (guildId, { facts, ...head }) =>
      openBeside(guildId, head, { ...counterDocument(guildId), shared: true }, (_, number) => ({
        facts,
        answer: number,
      })),

    openBeside,
    find,

    ofMember(guildId, userId, before = null) {
      const prefix = indexPrefix(guildId, userId);
      const from = before === null ? prefix : indexDocument(guildId, userId, before - 1).key;
      return pageOf(guildId, store.scan(prefix, from), indexedNumber);
    },

    newest(guildId, before = null) {
      const prefix = casesPrefix(guildId);
      const numberIn = (key: string) => Number(key.slice(prefix.length));
      if (before !== null && before <= 1) return Promise.resolve({ cases: [], next: null });
      const from = before === null ? undefined : caseDocument(guildId, before - 1).key;
      return pageOf(guildId, store.scan(prefix, from, 'down'), numberIn);
    },

    async delay(guildId, number, beside, decide) {
      const documents = { beside, untold: untoldDocument(guildId, number, 'delayed') };
      const isDue = await store.update(documents, ({ beside: now }) => {
        const next = decide(now);
        if (next === undefined) return { answer: false };
        const untold = { v: 1 as const, news: 'delayed' as const };
        return { answer: true, write: { beside: next, untold } };
      });
      if (isDue) ring();
    },

    async close(guildId, number, closing) {
      const documents = {
        entry: caseDocument(guildId, number),
        untold: untoldDocument(guildId, number, 'ended'),
      };
      const closed = await store.update<typeof documents, Closed>(documents, ({ entry }) => {
        const answer = close(entry, closing);
        if (answer.kind !== 'closed') return { answer };
        const untold = { v: 1 as const, news: 'ended' as const };
        return { answer, write: { entry: answer.entry, untold } };
      });
      if (closed.kind === 'closed') ring();
      return closed;
    },

    async askAgain(guildId, number, wish) {
      const documents = {
        entry: caseDocument(guildId, number),
        untold: untoldDocument(guildId, number, 'second-look'),
      };
      const asked = await store.update<typeof documents, SecondLooked>(documents, ({ entry }) => {
        const answer = askAgain(entry, wish);
        if (answer.kind !== 'asked') return { answer };
        const untold = { v: 1 as const, news: 'second-look' as const };
        return { answer, write: { entry: answer.entry, untold } };
      });
      if (asked.kind === 'asked') ring();
      return asked;
    },

    annotate(guildId, number, annotation) {
      const documents = { entry: caseDocument(guildId, number) };
      return store.update<typeof documents, Annotated>(documents, ({ entry }) => {
        const answer = annotate(entry, annotation);
        if (answer.kind !== 'annotated') return { answer };
        return { answer, write: { entry: answer.entry } };
      });
    },
  };
}

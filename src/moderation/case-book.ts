import { snowflakeTime } from '../snowflake.ts';
import { createLocks } from '../storage/locks.ts';
import type { Document, Store } from '../storage/store.ts';
import {
  type Actor,
  type Case,
  caseDocument,
  counterDocument,
  indexDocument,
  type Link,
  textDocument,
  untoldDocument,
} from './case-documents.ts';
import { excerptOf } from './excerpt.ts';
import type { Facts } from './facts.ts';

/** What is known of a case before its facts are. */
export interface CaseHead {
  /** What happened with it; the case is as old as this. */
  readonly interactionId: string;
  readonly actor: Actor;
  /** Whom it is about; left out or null, it is about nobody in particular. */
  readonly target?: string | null;
  readonly link?: Link | null;
  /** At most 500 UTF-16 units. */
  readonly reason?: string | null;
  /** What was typed, and for how many days the server keeps such texts; 0 keeps none. */
  readonly excerpt?: { readonly text: string; readonly keepDays: number };
}

/** What is decided once it is known how things stand. */
interface Decision<T, R> {
  /** What the case is about; without them there is no case. */
  readonly facts?: Facts;
  /** What is written beside the case, in the same write; null removes it. */
  readonly write?: T | null;
  readonly answer: R;
}

/** A document that is written with a case, whatever it was before. */
interface Along {
  readonly document: Document<unknown>;
  readonly value: unknown;
}

/** Opens a case together with another document, and with a second one where that is given. */
export type OpenBeside = <T, R>(
  guildId: string,
  head: CaseHead,
  beside: Document<T>,
  decide: (now: T | undefined, number: number) => Decision<T, R>,
  along?: Along,
) => Promise<R>;

const DAY_MS = 86_400_000;

const caseFrom = (head: CaseHead, facts: Facts): Case => ({
  v: 1,
  facts,
  actor: head.actor,
  target: head.target ?? null,
  at: snowflakeTime(head.interactionId),
  link: head.link ?? null,
  reason: head.reason || null,
  note: null,
  end: null,
});

/**
 * Opens cases with numbers that count upwards in each server, without a gap and without one twice: the
 * number is taken and everything is written in one update. The keys of that update hold the number, so
 * it is read before, and the update begins anew where another case took it meanwhile; cases of one
 * server wait for one another, so that this hardly happens.
 * @param ring called when there is news for a log channel.
 */
export function createCaseBook(store: Store, ring: () => void): OpenBeside {
  const locks = createLocks();

  return (guildId, head, beside, decide, along) =>
    locks.run([guildId], async () => {
      const counter = counterDocument(guildId);
      const target = head.target ?? null;
      const { text = '', keepDays = 0 } = head.excerpt ?? {};
      for (;;) {
        const number = ((await store.read(counter))?.last ?? 0) + 1;
        const documents = {
          counter,
          beside,
          entry: caseDocument(guildId, number),
          index: indexDocument(guildId, target ?? '', number),
          text: textDocument(guildId, number, keepDays * DAY_MS),
          untold: untoldDocument(guildId, number, 'begun'),
          ...(along && { along: along.document }),
        };
        const opened = await store.update(documents, ({ counter: now, beside: there }) => {
          if ((now?.last ?? 0) !== number - 1) return { answer: undefined };
          const { facts, write, answer } = decide(there, number);
          if (facts === undefined) return { answer: { answer, isNews: false } };
          return {
            answer: { answer, isNews: true },
            write: {
              counter: { v: 1 as const, last: number },
              entry: caseFrom(head, facts),
              untold: { v: 1 as const, news: 'begun' as const },
              ...(target !== null && { index: { v: 1 as const } }),
              ...(text !== '' &&
                keepDays > 0 && { text: { v: 1 as const, text: excerptOf(text) } }),
              ...(write !== undefined && { beside: write }),
              ...(along && { along: along.value }),
            },
          };
        });
        if (opened === undefined) continue;
        if (opened.isNews) ring();
        return opened.answer;
      }
    });
}

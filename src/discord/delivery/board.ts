import type { Logger } from 'pino';
import type { Wait } from '../../wait.ts';
import { readFailure, uploadRefusal } from '../rest/answers.ts';
import type { InteractionApi, InteractionRef, MessageBody } from '../rest/interaction-api.ts';
import type { UploadRefusal } from '../../outcome.ts';

/** A request that ends sooner than this shows nothing but its pictures. */
const FIRST_AFTER_MS = 1_500;

/** Discord counts edits: between two that only say how far things are. */
const BETWEEN_MS = 5_000;

/** Where pictures could not be shown either. */
const LASTING: readonly UploadRefusal[] = [
  'no-permission',
  'message-deleted',
  'channel-deleted',
  'blocked-by-filter',
  'token-expired',
];

/** Says in an interaction's message how far things are. */
export interface Board {
  /** Something was said. */
  readonly isShown: boolean;
  /** The message, once Discord said which it is. */
  readonly messageId: string | undefined;
  /** Why nothing can be said any more; undefined as long as it may be tried. */
  readonly refusal: UploadRefusal | undefined;
  /**
   * Says something that is known by `key`, unless it was said already. False where it is too early,
   * unless it is urgent. One attempt: no more is at stake than what a member knows while they wait.
   */
  say(key: string, body: () => MessageBody, isUrgent: boolean): Promise<boolean>;
  /** Notes that something was said in another way. */
  said(key: string): void;
  /** Resolves when the next word may be said. */
  ready(): Promise<void>;
}

/** What a board stands on. */
interface Ground {
  readonly api: Pick<InteractionApi, 'editOriginal'>;
  readonly ref: InteractionRef;
  readonly log: Logger;
  readonly wait: Wait;
  /** Aborted when nobody is to be told any more. */
  readonly over: AbortSignal;
}

/** A board on which nothing was said. */
export function createBoard({ api, ref, log, wait, over }: Ground): Board {
  let pause = rest(FIRST_AFTER_MS);
  let said: string | undefined;
  let messageId: string | undefined;
  let refusal: UploadRefusal | undefined;

  function rest(ms: number) {
    const running = { isOver: false, done: Promise.resolve() };
    const pass = async () => {
      await wait(ms, over);
      running.isOver = true;
    };
    running.done = pass();
    return running;
  }

  return {
    get isShown() {
      return messageId !== undefined;
    },
    get messageId() {
      return messageId;
    },
    get refusal() {
      return refusal;
    },
    ready: () => pause.done,

    said(key) {
      said = key;
      pause = rest(BETWEEN_MS);
    },

    async say(key, body, isUrgent) {
      if (key === said || refusal !== undefined) return true;
      if (!pause.isOver && !isUrgent) return false;
      said = key;
      try {
        messageId = (await api.editOriginal(ref, body())).id;
      } catch (error) {
        const failure = readFailure(error);
        log.info({ err: error }, 'how far it is could not be said');
        const why = failure.kind === 'refused' ? uploadRefusal(failure) : undefined;
        if (why !== undefined && LASTING.includes(why)) refusal = why;
      }
      pause = rest(BETWEEN_MS);
      return true;
    },
  };
}

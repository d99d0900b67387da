import type { Cases } from '../moderation/cases.ts';
import type { Store } from '../storage/store.ts';
import { arrivedOf } from '../pictures/arrived.ts';
import { decideReview, type ReviewDecided, type ReviewDecision } from './decide.ts';
import {
  type ApprovedState,
  type EndedState,
  type OpenReview,
  overDocument,
  REVIEW_PREFIX,
  type ReviewRow,
  reviewDocument,
} from './documents.ts';

/** Pictures that are about to be sent to a review channel. */
export type NewReview = Omit<OpenReview, 'v' | 'kind' | 'boot' | 'case' | 'state'>;

/** The messages that show pictures to moderators, and the seeds of those pictures. */
export interface ReviewSent {
  readonly messages: readonly string[];
  readonly seeds: readonly number[];
}

type Sent = Pick<OpenReview, 'guild' | 'user' | 'request' | 'rule' | 'keepDays'>;

/** What is known of the case of a review before there is one. */
const headOf = (id: string, { user, request, keepDays }: Sent) => ({
  interactionId: id,
  actor: 'bot' as const,
  target: user,
  excerpt: { text: request.prompt, keepDays },
});

/**
 * Reviews by the interactions that asked for their pictures, on disk: as long as one is open, its
 * credits stay held. Every method throws as the store does.
 */
export interface Reviews {
  /** Notes what is about to be sent, and where it is to be looked for. */
  begin(interactionId: string, review: NewReview): Promise<void>;
  /**
   * Some of it, or all, arrived: it waits from now on. Opens its case. May be repeated.
   * @param why the others did not.
   */
  stand(
    interactionId: string,
    sent: ReviewSent,
    why?: 'upload-refused' | 'restarting',
  ): Promise<void>;
  /** Nothing arrived: there is no review. */
  drop(interactionId: string): Promise<void>;
  /** Opens a case of so many pictures that moderators could not be shown, and ends it. */
  lost(interactionId: string, review: Sent, pictures: number): Promise<void>;
  find(interactionId: string): Promise<ReviewRow | undefined>;
  /** Decides about it: the first decision holds. */
  decide(interactionId: string, decision: ReviewDecision): Promise<ReviewDecided>;
  /** Notes where to look for approved pictures that are about to be shown. */
  showing(interactionId: string, shown: NonNullable<ApprovedState['shown']>): Promise<void>;
  /** Has moderators told, once, that the bot may not look into the review channel. */
  delayed(interactionId: string): Promise<void>;
  /** Notes what Discord took of approved pictures: from then on that is what is charged. */
  took(interactionId: string, taken: NonNullable<ApprovedState['taken']>): Promise<void>;
  /** Approved pictures cannot be shown after all. */
  fail(interactionId: string, why: EndedState['why']): Promise<void>;
  /** Its member was blocked. */
  blocked(interactionId: string): Promise<void>;
  /** Nothing is to be done about it any more. */
  over(interactionId: string): Promise<void>;
  /** Every interaction that a review is kept of, also those that cannot be read. */
  ids(): Promise<readonly string[]>;
  /** Whether this run of the bot sent it. */
  isOwn(review: OpenReview): boolean;
}

/** The reviews in a store, opened together with their cases. `boot` names this run of the bot. */
export function createReviews(
  store: Store,
  cases: Pick<Cases, 'open' | 'openBeside' | 'delay' | 'close'>,
  boot: string,
): Reviews {
  /** Changes a review that is open; one that is over stays. */
  const change = (id: string, next: (review: OpenReview) => OpenReview): Promise<void> =>
    store.update({ row: reviewDocument(id) }, ({ row }) => ({
      answer: undefined,
      ...(row?.kind === 'open' && { write: { row: next(row) } }),
    }));

  return {
    begin: (id, review) =>
      store.update({ row: reviewDocument(id) }, () => ({
        answer: undefined,
        write: {
          row: {
            v: 1 as const,
            kind: 'open' as const,
            ...review,
            boot,
            case: null,
            state: { kind: 'sending' as const },
          },
        },
      })),

    async stand(id, { messages, seeds }, why = 'upload-refused') {
      const row = await store.read(reviewDocument(id));
      const [first] = messages;
      if (row?.kind !== 'open' || first === undefined) return;
      const head = { ...headOf(id, row), link: { channel: row.room.channel, message: first } };
      const pictures = arrivedOf(row.pictures, seeds).length;
      const facts = { kind: 'review' as const, rule: row.rule, pictures };
      await cases.openBeside<ReviewRow, void>(
        row.guild,
        head,
        reviewDocument(id),
        (now, number) => {
          if (now?.kind !== 'open' || now.state.kind !== 'sending') return { answer: undefined };
          const room = { ...now.room, messages: [...messages] };
          const arrived = arrivedOf(now.pictures, seeds);
          const others = now.pictures.slice(arrived.length).map(() => ({ reason: why }));
          const rest = { pictures: arrived, missing: [...now.missing, ...others] };
          const state = { kind: 'waiting' as const };
          return {
            facts,
            write: { ...now, ...rest, room, case: number, state },
            answer: undefined,
          };
        },
      );
    },

    drop: (id) =>
      store.update({ row: reviewDocument(id) }, ({ row }) => ({
        answer: undefined,
        ...(row?.kind === 'open' && row.state.kind === 'sending' && { write: { row: null } }),
      })),

    async lost(id, sent, pictures) {
      const facts = { kind: 'review' as const, rule: sent.rule, pictures };
      const number = await cases.open(sent.guild, { ...headOf(id, sent), facts });
      const closing = { interactionId: id, by: 'bot', outcome: 'lost' as const };
      await cases.close(sent.guild, number, closing);
    },

    find: (id) => store.read(reviewDocument(id)),

    decide: (id, decision) =>
      store.update<{ row: ReturnType<typeof reviewDocument> }, ReviewDecided>(
        { row: reviewDocument(id) },
        ({ row }) => {
          const answer = decideReview(row, decision);
          return answer.kind === 'decided' ? { answer, write: { row: answer.review } } : { answer };
        },
      ),

    showing: (id, shown) =>
      change(id, (review) => {
        const { state } = review;
        return state.kind === 'approved' ? { ...review, state: { ...state, shown } } : review;
      }),

    async delayed(id) {
      const row = await store.read(reviewDocument(id));
      if (row?.kind !== 'open' || row.case === null) return;
      await cases.delay<ReviewRow>(row.guild, row.case, reviewDocument(id), (now) => {
        if (now?.kind !== 'open') return undefined;
        const { state } = now;
        if (state.kind !== 'approved' || state.isDelayed) return undefined;
        return { ...now, state: { ...state, isDelayed: true } };
      });
    },

    took: (id, taken) =>
      change(id, (review) => {
        const { state } = review;
        if (state.kind !== 'approved' || state.taken !== null) return review;
        return { ...review, state: { ...state, taken } };
      }),

    fail: (id, why) =>
      change(id, (review) => {
        const { state } = review;
        if (state.kind !== 'approved') return review;
        const { click } = state;
        const ended = { kind: 'ended', why, by: 'bot', click, reason: null, block: null } as const;
        return { ...review, state: ended };
      }),

    blocked: (id) =>
      change(id, (review) => {
        const { state } = review;
        return state.kind === 'ended' ? { ...review, state: { ...state, block: null } } : review;
      }),

    over: (id) =>
      store.update({ row: overDocument(id) }, ({ row }) => {
        if (row?.kind !== 'open') return { answer: undefined };
        const { guild, case: number } = row;
        const over = number && { v: 1 as const, kind: 'over' as const, guild, case: number };
        return { answer: undefined, write: { row: over || null } };
      }),

    async ids() {
      return (await store.keys(REVIEW_PREFIX)).map((key) => key.slice(REVIEW_PREFIX.length));
    },

    isOwn: (review) => review.boot === boot,
  };
}

/**
 * How many reviews are open that name somebody: as their member, as who decided, or as who cancelled
 * the other pictures. Throws as the store does.
 */
export async function countReviews(store: Store, userId: string): Promise<number> {
  let open = 0;
  for await (const { key, value } of store.scan(REVIEW_PREFIX)) {
    const { data } = reviewDocument(key.slice(REVIEW_PREFIX.length)).schema.safeParse(value);
    if (data?.kind !== 'open') continue;
    const by = 'by' in data.state ? data.state.by : undefined;
    const cancelled = data.missing.some((each) => 'by' in each && each.by === userId);
    if (data.user === userId || by === userId || cancelled) open += 1;
  }
  return open;
}

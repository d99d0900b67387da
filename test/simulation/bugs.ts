import type { Conversation, LeftBehind } from '../../src/conversation.ts';
import type { HoldRef } from '../../src/credits/account-documents.ts';
import type { Accounts } from '../../src/credits/accounts.ts';
import { DONE_PREFIX, floorDocument } from '../../src/credits/documents.ts';
import { overOf } from '../../src/painting/progress.ts';
import type { ChannelApi } from '../../src/discord/rest/channel-api.ts';
import type { InteractionApi } from '../../src/discord/rest/interaction-api.ts';
import type { Reviews } from '../../src/reviews/reviews.ts';
import { type Store, StoreError } from '../../src/storage/store.ts';
import { refusal } from './discord-errors.ts';
import { forgetting, hidingHolds } from './store-bugs.ts';
import type { StoreDefects } from './store.ts';

/** What a mistake in a conversation can get at. */
interface Job {
  readonly ref: HoldRef;
  readonly accounts: Accounts;
  /** Pictures that were asked for. */
  readonly count: number;
}

/** A mistake put between the real code and its ports. What is left out stays as it is. */
export interface Bug {
  readonly defects?: StoreDefects;
  readonly store?: (real: Store) => Store;
  readonly accounts?: (real: Accounts) => Accounts;
  readonly api?: (real: InteractionApi) => InteractionApi;
  readonly channels?: (real: ChannelApi) => ChannelApi;
  readonly reviews?: (real: Reviews) => Reviews;
  readonly talk?: (real: Conversation, job: Job) => Conversation;
  readonly leftBehind?: (real: LeftBehind) => LeftBehind;
  /** A start knows nothing of pictures that wait for a moderator. */
  readonly forgetsReviews?: true;
  /** It shows only where pictures outlive their interaction's token. */
  readonly isSlow?: boolean;
  /** It takes more histories to see it. */
  readonly isRare?: boolean;
}

/** No mistake at all. */
export const SOUND: Bug = {};

/** Charges behind the money path's back; what comes after finds it resolved. */
const charge = ({ accounts, ref }: Job, pictures: number): Promise<unknown> =>
  accounts.resolve(ref, pictures).catch(() => undefined);

const failed = (): never => {
  throw refusal(404, 10062);
};

/** Mistakes that a ledger for pictures can make, each as small as it would be in the code. */
export const BUGS = {
  'capture before delivery': {
    talk: (real, job) => ({
      ...real,
      async present(painting, userId) {
        await overOf(painting);
        await charge(job, painting.look().pictures.length);
        return real.present(painting, userId);
      },
    }),
  },

  'charge when the service says ok': {
    talk: (real, job) => ({
      ...real,
      async present(painting, userId) {
        const delivery = await real.present(painting, userId);
        await charge(job, painting.look().pictures.length);
        return delivery;
      },
    }),
  },

  'capture the full amount on a partial result': {
    talk: (real, job) => ({
      ...real,
      async present(painting, userId) {
        const delivery = await real.present(painting, userId);
        if (delivery.kind === 'known' && delivery.accepted > 0) await charge(job, job.count);
        return delivery;
      },
    }),
  },

  'no list of what was resolved': {
    store: (real) => forgetting(real, (key) => key.startsWith(DONE_PREFIX)),
  },

  'no mutex': { defects: { noLocks: true } },

  'a read error is an empty document': { defects: { readErrorIsEmpty: true } },

  'release on a store error at the capture': {
    accounts: (real) => ({
      ...real,
      async resolve(ref, delivered) {
        try {
          return await real.resolve(ref, delivered);
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          return real.resolve(ref, 0);
        }
      },
    }),
  },

  'a lost answer is a failure, and nobody is asked': {
    api: (real) => ({
      ...real,
      defer: (ref) => real.defer(ref).catch(failed),
      editOriginal: (ref, body, upload) =>
        upload ? real.editOriginal(ref, body, upload).catch(failed) : real.editOriginal(ref, body),
    }),
  },

  'capture when pictures are sent to the moderators': {
    talk: (real, job) => ({
      ...real,
      async submit(painting, userId, order) {
        const submitted = await real.submit(painting, userId, order);
        if (submitted.kind === 'in-review') await charge(job, submitted.pictures);
        return submitted;
      },
    }),
  },

  'holds of what moderators see first are released at the start': { forgetsReviews: true },

  'approved pictures are not looked for after a crash': {
    isRare: true,
    reviews: (real) => ({ ...real, showing: () => Promise.resolve() }),
  },

  'no question to Discord at the start': {
    leftBehind: (real) => ({
      ...real,
      look: () => Promise.resolve({ kind: 'there', waiting: true, received: 0 }),
    }),
  },

  'pictures that were posted late are not looked for': {
    isSlow: true,
    isRare: true,
    channels: (real) => ({ ...real, since: () => Promise.resolve([]) }),
  },

  'no floor under the pruned list': {
    store: (real) => forgetting(real, (key) => key === floorDocument.key),
  },

  'the rows of a change are written one by one': { defects: { rowsApart: true } },

  'open holds do not count against a member’s limits': { store: hidingHolds },
} as const satisfies Record<string, Bug>;

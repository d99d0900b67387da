import { createAccounts } from '../../src/credits/accounts.ts';
import { hostClock } from '../../src/clock.ts';
import { createSettings } from '../../src/settings/settings.ts';
import type { Conversation, Delivery, ReviewOrder, Submitted } from '../../src/conversation.ts';
import type { ImageApi, Order, Picture } from '../../src/image-api/client.ts';
import type { Notice, Showing } from '../../src/outcome.ts';
import { createBlocks } from '../../src/moderation/blocks.ts';
import type { Link } from '../../src/moderation/case-documents.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { createRefusedOften } from '../../src/moderation/refused-often.ts';
import { createRules } from '../../src/moderation/rules/rules.ts';
import type { RoomLimits } from '../../src/queue/room.ts';
import { overOf } from '../../src/painting/progress.ts';
import { createFairQueue } from '../../src/queue/fair-queue.ts';
import { createRunning } from '../../src/painting/running.ts';
import type { Origin } from '../../src/request.ts';
import type { Store } from '../../src/storage/store.ts';
import type { Studio } from '../../src/studio.ts';
import { listeningLog } from './edge-log.ts';
import { picture } from './edge-pictures.ts';
import { temporaryStore } from './edge-store.ts';
import { CHANNEL, GUILD, idAt, USER } from './snowflakes.ts';

/** Room for more than any test asks for. */
const ROOMY = { perMember: 1_000, perServer: 1_000, total: 1_000 };

type Draw = (order: Order, signal: AbortSignal) => Promise<Picture>;

/** What an evening is set up with; what is left out goes well. */
export interface Setup {
  readonly draw?: Draw;
  readonly claim?: 'ours' | 'not-ours';
  /** What Discord makes of what it is shown in the end. */
  readonly deliver?: (showing: Showing) => Promise<Delivery>;
  /** The message that shows the pictures; without it that is not known. */
  readonly shownIn?: Link;
  /** What becomes of pictures that moderators see first. */
  readonly submit?: (showing: Showing, order: ReviewOrder) => Promise<Submitted>;
  /** The review channel can be used, unless this says otherwise. */
  readonly reviewRoomWorks?: boolean;
  /** What the member hears is taken, unless this says otherwise. */
  readonly told?: boolean;
  readonly budget?: number;
  readonly cooldownMs?: number;
  /** Stands before the real store, as a failing database would. */
  readonly store?: (real: Store) => Store;
  readonly concurrency?: number;
  readonly room?: Partial<RoomLimits>;
  readonly metadata?: Studio['metadata'];
  /** No file can be made smaller, unless this says otherwise. */
  readonly shrink?: Studio['shrink'];
}

/** An interaction of the default member, made at noon plus so many seconds. */
export const originAt = (second = 0, fields: Partial<Origin> = {}): Origin => ({
  interactionId: idAt(Date.UTC(2026, 10, 22, 12, 0, second)),
  guildId: GUILD,
  userId: USER,
  channelId: CHANNEL,
  roleIds: [],
  fileLimit: 10 * 1024 * 1024,
  mayAttach: true,
  isAgeRestricted: false,
  joinedAt: null,
  ...fields,
});

/** Everything that the money path stands on, real but for Discord and the image service. */
export async function setStudio(setup: Setup = {}) {
  const { budget = 120, cooldownMs = 0, concurrency = 2 } = setup;
  const real = await temporaryStore();
  const store = setup.store?.(real) ?? real;
  const limits = { price: 6, budget, cooldownMs };
  const books = createAccounts(real, 'now');
  const settings = createSettings(real, limits);
  const steps: string[] = [];
  const counts: string[] = [];
  const orders: Order[] = [];
  const shown: Showing[] = [];
  const notices: Notice[] = [];
  const cut = new AbortController();
  const workEnds = new AbortController();
  const queue = createFairQueue({
    concurrency,
    ...ROOMY,
    ...setup.room,
    now: () => performance.now(),
  });
  const { log, lines } = listeningLog();
  const accounts = createAccounts(store, 'now');
  const cases = createCases(real, () => {});
  const blocks = createBlocks(real, cases);
  const rules = createRules(store, cases, []);
  const draw: Draw = setup.draw ?? (({ seed }) => Promise.resolve(picture({ seed })));
  const imageApi: ImageApi = {
    draw(order, signal) {
      steps.push('draw');
      orders.push(order);
      return draw(order, signal);
    },
    close: () => Promise.resolve(),
  };
  const studio: Studio = {
    accounts: {
      ...accounts,
      hold: (...call) => (steps.push('hold'), accounts.hold(...call)),
      resolve: (ref, delivered) => (
        steps.push(`resolve ${delivered}`), accounts.resolve(ref, delivered)
      ),
    },
    settings,
    cases,
    blocks,
    rules,
    refusedOften: createRefusedOften(),
    reviewRoom: { isUsable: () => Promise.resolve(setup.reviewRoomWorks ?? true) },
    isAgeRestrictedChannel: () => Promise.resolve(null),
    queue,
    running: createRunning(),
    imageApi,
    metadata: setup.metadata ?? 'full',
    shrink: setup.shrink ?? (() => Promise.resolve(undefined)),
    random: () => 0.5,
    log,
    tally: {
      imageApiCall: (outcome) => void counts.push(outcome),
      maybeCharged: (credits) => void counts.push(`maybe charged ${credits}`),
      creditsCaptured: (credits) => void counts.push(`captured ${credits}`),
      jobFinished: (result) => void counts.push(`finished ${result}`),
    },
    cut: cut.signal,
    clock: hostClock,
  };
  const talk: Conversation = {
    workEnds: workEnds.signal,
    async claim() {
      steps.push('claim');
      return setup.claim ?? 'ours';
    },
    async present(painting, userId) {
      await overOf(painting);
      const { request, pictures, missing } = painting.look();
      if (pictures.length === 0) return { kind: 'known', accepted: 0 };
      const showing = { userId, request, pictures, missing };
      steps.push('deliver');
      shown.push(showing);
      return setup.deliver?.(showing) ?? { kind: 'known', accepted: showing.pictures.length };
    },
    async submit(painting, userId, order) {
      await overOf(painting);
      const { request, pictures, missing } = painting.look();
      if (pictures.length === 0) return { kind: 'known', accepted: 0 };
      steps.push(`submit to ${order.channelId}`);
      const showing = { userId, request, pictures, missing };
      return (
        setup.submit?.(showing, order) ?? { kind: 'in-review', pictures: showing.pictures.length }
      );
    },
    shownIn: () => setup.shownIn,
    async tell(notice) {
      steps.push('tell');
      notices.push(notice);
      return setup.told ?? true;
    },
    async close() {
      steps.push('close');
    },
  };
  /** The books of the month, whatever stands before the store. */
  const figures = async (origin: Origin = originAt()) => {
    const place = { ...origin, guildId: GUILD };
    const { limits: now } = await createSettings(real, limits).view(GUILD);
    const [{ used, held }, ...others] = await books.gauges(place, now);
    const member = others.find(({ name }) => name.of === 'member-month')?.used;
    return { used, held, member };
  };
  return {
    studio,
    talk,
    blocks,
    cases,
    rules,
    settings,
    steps,
    counts,
    orders,
    shown,
    notices,
    lines,
    cut,
    workEnds,
    figures,
  };
}

import type { Logger } from 'pino';
import { createAccounts } from '../../src/credits/accounts.ts';
import { findLeftBehind } from '../../src/discord/delivery/left-behind.ts';
import { createLogChannel } from '../../src/discord/moderation/log-channel.ts';
import { createOpenInteractions } from '../../src/discord/delivery/open-interactions.ts';
import { createOwed } from '../../src/discord/delivery/owed.ts';
import { createChannelAge } from '../../src/discord/channel-age.ts';
import { createReviewDoor } from '../../src/discord/review/door.ts';
import { createReviewRoom } from '../../src/discord/review/room.ts';
import { createRetries } from '../../src/discord/delivery/retries.ts';
import { ledgerChores } from '../../src/operations/ledger/chores.ts';
import { createBlocks } from '../../src/moderation/blocks.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { createRefusedOften } from '../../src/moderation/refused-often.ts';
import { createRules } from '../../src/moderation/rules/rules.ts';
import { createPictures } from '../../src/pictures/records.ts';
import { createFairQueue } from '../../src/queue/fair-queue.ts';
import { recover } from '../../src/recover.ts';
import { createReviewKeeper } from '../../src/reviewing/keeper.ts';
import { createReviews } from '../../src/reviews/reviews.ts';
import { createRunning } from '../../src/painting/running.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { StoreError } from '../../src/storage/store.ts';
import { keepSwept } from '../../src/storage/sweep.ts';
import { createTastes } from '../../src/tastes/tastes.ts';
import { createWarnings } from '../../src/telling/warnings.ts';
import type { Bug } from './bugs.ts';
import { type Click, createDesk } from './desk.ts';
import type { Ruling } from './rulings.ts';
import type { Dice } from './dice.ts';
import type { SimulatedDiscord } from './discord.ts';
import { PRICE } from './guilds.ts';
import { createSimulatedService, PICTURE_BYTES } from './image-service.ts';
import type { Asked } from './happenings.ts';
import type { Plan } from './plan.ts';
import type { Weather } from './weather.ts';
import type { Run } from './run.ts';
import { createSimulatedStore, type Disk } from './store.ts';

/** What a run of the bot finds when it starts, and what it is made of. */
export interface House {
  readonly plan: Plan;
  readonly bug: Bug;
  readonly disk: Disk;
  readonly discord: SimulatedDiscord;
  readonly dice: Dice;
  readonly log: Logger;
  /** Discord's clock. */
  readonly now: () => number;
  readonly note: (step: string) => void;
  /** The weather now. */
  readonly weather: () => Weather;
  /** Called for what must never happen. */
  readonly wrong: (problem: string) => void;
}

/** The bot in one run: the real code over simulated ports, put together as its main file does. */
export interface Bot {
  readonly run: Run;
  /** A member asks; one who asks while the bot is not there yet gets no answer. */
  ask(asked: Asked): void;
  /** A member clicks on a button. */
  click(click: Click): void;
  /** A member presses Cancel. */
  callOff(interactionId: string, by: string): void;
  /** Somebody decides about pictures that wait for a moderator. */
  decide(ruling: Ruling): void;
  /** Asks it to end: nothing new is taken, and in the end nothing is waited for. */
  stop(): void;
  /** Nothing is going on any more. */
  readonly idle: boolean;
}

/** Small enough that some are turned away. */
const ROOM = { perMember: 6, perServer: 12, total: 16 };

/** Shorter than in life, so that histories see what nobody decides about. */
const REVIEW_TIMES = { lapseMs: 40 * 60_000, everyMs: 5 * 60_000 };

const DRAIN_MS = 30_000;
const GRACE_MS = 8_000;

/** Starts the bot: it settles what was left behind, and takes interactions once that was found. */
export function startBot(run: Run, house: House): Bot {
  const { plan, bug, disk, discord, dice, log, note, weather, wrong } = house;
  const { clock } = run;
  const cut = run.controller();
  const entering = run.controller();
  const simulated = createSimulatedStore(run, disk, dice, () => weather().store, bug.defects);
  const store = bug.store?.(simulated) ?? simulated;
  const settings = createSettings(store, {
    price: PRICE,
    budget: 0,
    cooldownMs: plan.cooldownMs,
  });
  const inChannels = discord.channels(run, cut.signal);
  const channels = bug.channels?.(inChannels) ?? inChannels;
  const channel = createLogChannel(channels);
  const warnings = createWarnings({ store, settings, channel, log, clock, cut: cut.signal });
  const cases = createCases(store, () => {});
  const stored = createReviews(store, cases, run.boot);
  const reviews = bug.reviews?.(stored) ?? stored;
  const booked = createAccounts(store, run.boot, () => warnings.ring());
  const accounts = bug.accounts?.(booked) ?? booked;
  const queue = createFairQueue({ concurrency: plan.concurrency, ...ROOM, now: () => clock.now() });
  const imageApi = createSimulatedService(run, dice, () => ({
    fails: weather().serviceFails,
    bytes: PICTURE_BYTES[plan.pictures],
    isSlow: plan.isSlow,
  }));
  const tally = {
    imageApiCall() {},
    maybeCharged() {},
    creditsCaptured() {},
    jobFinished() {},
  };
  const studio = {
    accounts,
    settings,
    cases,
    blocks: createBlocks(store, cases),
    rules: createRules(store, cases, []),
    refusedOften: createRefusedOften(),
    reviewRoom: createReviewRoom(channels, log),
    isAgeRestrictedChannel: createChannelAge(channels, log),
    queue,
    running: createRunning(),
    imageApi,
    metadata: 'full' as const,
    shrink: () => Promise.resolve(undefined),
    random: () => dice.next(),
    log,
    tally,
    cut: cut.signal,
    clock,
  };
  const reached = discord.api(run, cut.signal);
  const api = bug.api?.(reached) ?? reached;
  let records = 0;
  const line = {
    api,
    channels,
    open: createOpenInteractions(store, run.boot),
    retries: createRetries(store, () => `${run.boot}-${++records}`),
    owed: createOwed(store),
    pictures: createPictures(store, () => `${run.boot}-${++records}`),
    reviews,
    log,
    clock,
    cut: cut.signal,
  };
  const aheadMs = house.now() - clock.now();
  const discordClock = { ...clock, now: () => clock.now() + aheadMs };
  const door = createReviewDoor({ ...line, clock: discordClock }, studio.metadata);
  const keeping = { ...studio, reviews, door, clock: discordClock };
  const reviewKeeper = createReviewKeeper(keeping, REVIEW_TIMES);
  let accepting = false;
  let jobs = 0;

  /** Keeps count of what goes on; `wrong` hears of what broke down. */
  function follow(what: string, job: Promise<unknown>): void {
    jobs += 1;
    job
      .then((end) => note(`${run.boot} ${what} ended${kindOf(end)}`))
      .catch((error: unknown) => wrong(`X1 ${what} broke down: ${String(error)}`))
      .finally(() => {
        jobs -= 1;
      });
  }

  async function enter(): Promise<void> {
    const early = { ...line, accounts, clock: discordClock, cut: entering.signal };
    const look = async () => {
      const inReview = await reviews.ids();
      return { inReview, left: await findLeftBehind(early, (id) => reviewKeeper.resume(id)) };
    };
    const found = await look().catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error;
      note(`${run.boot} cannot start and ends`);
      run.kill();
    });
    if (found === undefined) return;
    const { left } = found;
    const inReview = bug.forgetsReviews ? [] : found.inReview;
    note(`${run.boot} finds ${left.length} left behind`);
    accepting = !entering.signal.aborted;
    warnings.start();
    reviewKeeper.start();
    const toEnd = left.map((one) => bug.leftBehind?.(one) ?? one);
    await recover(toEnd, early, inReview).catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error;
      note(`${run.boot} could not settle everything`);
    });
  }

  const desk = createDesk(studio, line, bug, accounts, {
    tastes: createTastes(store),
    reviewKeeper,
  });
  const chores = ledgerChores(
    store,
    { error: (where: unknown) => wrong(`X3 the bot finds wrong books: ${JSON.stringify(where)}`) },
    () => clock.now(),
  );
  const endSweeping = keepSwept(store, log, chores, clock.wait);
  follow('recovery', enter());

  return {
    run,
    ask(asked) {
      if (accepting && run.alive) follow(`job ${asked.id}`, desk.imagine(asked));
    },
    callOff(interactionId, by) {
      const end = run.alive ? studio.running.callOff(interactionId, by) : 'not-running';
      note(`${by} cancels ${interactionId}: ${end}`);
    },
    click(click) {
      if (accepting && run.alive) follow(`click ${click.asked.id}`, desk.click(click));
    },
    decide(ruling) {
      if (accepting && run.alive) follow(`${ruling.action} ${ruling.id}`, desk.decide(ruling));
    },
    stop() {
      accepting = false;
      entering.abort();
      queue.close();
      void endSweeping();
      void warnings.stop();
      void reviewKeeper.stop();
      void clock.wait(DRAIN_MS).then(() => cut.abort());
      void clock.wait(DRAIN_MS + GRACE_MS).then(() => run.kill());
    },
    get idle() {
      return jobs === 0;
    },
  };
}

function kindOf(end: unknown): string {
  return typeof end === 'object' && end !== null && 'kind' in end ? `: ${String(end.kind)}` : '';
}

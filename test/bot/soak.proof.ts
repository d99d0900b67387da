import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRandom } from '../../server/engine/paint/random.ts';
import { memoryOf, PUPPET_HOST } from '../support/bot-host.ts';
import { booksOf, neighbour, newcomer } from '../support/bot-jobs.ts';
import { verifyBooks } from '../support/books.ts';
import { tinyPng } from '../support/image-files.ts';
import { sendPicture } from '../support/image-service.ts';
import { fidget, seatsOf } from '../support/soak-crowd.ts';
import { type Watch, watch } from '../support/soak-watch.ts';
import { type Handler, imagine, type Stage, setStage } from '../support/stage.ts';

/** Two minutes, unless SOAK_SECONDS says otherwise. */
const SOAK_MS = 1_000 * Number(process.env['SOAK_SECONDS'] ?? 120);
const WARM_UP_MS = 20_000;
const PRICE = 6;
const HEAVY_JOBS = 20;

/** Another seed, another crowd: SOAK_SEED=7. The machine has a say in it as well. */
const seed = Number(process.env['SOAK_SEED'] ?? Date.now() % 1_000_000);

const MIB = 1024 * 1024;
const mib = (bytes: number): number => Math.round(bytes / MIB);

/** Discord waits 3 s for a first answer, which a busy machine alone may take: how many came in time is printed. */
const IN_TIME_MS = 3_000;
const PATIENT_MS = 30_000;

/** The store's and the libraries' own room for growth. */
const ROOM = 3 * MIB;

/** Discord's library lets go of old addresses once a minute. */
const PATIENCE_MS = 150_000;

/** What the one with many jobs asks for; nothing of it fails, so that all of it is in line at once. */
const HEAVY = 'Heavy';
const LONE = 'Lone';

/** A service that takes 0.2 to 4 s, and refuses a picture now and then. */
function service(orders: string[], heavyGate: Promise<void>): Handler {
  const random = createRandom(seed + 1);
  const file = tinyPng(64, 64);
  return async ({ body }, response) => {
    const order = JSON.parse(body) as { prompt: string; seed: number };
    orders.push(order.prompt);
    if (order.prompt === HEAVY) await heavyGate;
    await sleep(random.between(200, 4_000));
    if (order.prompt !== HEAVY && random.chance(0.05))
      response.writeHead(500).end('<html>no</html>');
    else sendPicture(response, file, order.seed);
  };
}

/** Lets everybody do something now and then, for so long. */
async function letThemPlay(stage: Stage, seen: Watch, forMs: number, salt: number): Promise<void> {
  const random = createRandom(seed + salt);
  const crowd = fidget(stage, random);
  const seats = seatsOf(stage.discord);
  const until = performance.now() + forMs;
  await Promise.all(
    seats.map(async (seat) => {
      while (performance.now() < until) {
        await sleep(random.between(200, 3_000));
        const deed = crowd.act(seat);
        if (deed === undefined) continue;
        seen.add(deed);
        if ((await deed.invocation.answered) !== 9) continue;
        await sleep(random.between(0, 1_000));
        const sent = crowd.submit(deed);
        if (sent !== undefined) seen.add(sent);
      }
    }),
  );
}

const comeToRest = ({ discord }: Stage, seen: Watch): Promise<true> =>
  discord.until(
    () => (seen.open().length === 0 ? true : undefined),
    120_000,
    () =>
      seen
        .open()
        .map(({ what, invocation }) => `${what} ${invocation.id}: ${invocation.state}`)
        .join('\n'),
  );

/** Waits until nothing is held any more: the bot captures once it has heard that a picture was taken. */
async function settle(stage: Stage, seen: Watch): Promise<void> {
  const servers = new Map(seen.deeds.map(({ seat }) => [seat.guildId, seat]));
  const held = async (): Promise<number> => {
    const books = await Promise.all([...servers.values()].map((seat) => booksOf(stage, seat)));
    return books.reduce((sum, each) => sum + each.held, 0);
  };
  await expect.poll(held, { timeout: 120_000 }).toBe(0);
}

/** The bot's memory at the end, and once it is back where it was, or two minutes later. */
async function returned({ bot }: Stage, before: NodeJS.MemoryUsage) {
  const peak = await memoryOf(bot);
  let after = peak;
  const until = performance.now() + PATIENCE_MS;
  while (after.heapUsed > before.heapUsed + ROOM && performance.now() < until) {
    await sleep(5_000);
    after = await memoryOf(bot);
  }
  return [peak, after] as const;
}

/**
 * One member's twenty jobs, and then another's one: how many of the twenty begin in between. None of
 * them ends before the other's is in line, however long that takes.
 */
async function loneMember(
  stage: Stage,
  orders: readonly string[],
  openGate: () => void,
): Promise<number> {
  const heavy = newcomer(stage);
  const lone = neighbour(stage, heavy);
  const jobs = Array.from({ length: HEAVY_JOBS }, () => imagine(stage, { prompt: HEAVY }, heavy));
  const reserved = () => booksOf(stage, heavy).then(({ used, held }) => used + held);
  await expect.poll(reserved, { timeout: 120_000 }).toBe(PRICE * HEAVY_JOBS);
  const job = imagine(stage, { prompt: LONE }, lone);
  await expect.poll(reserved, { timeout: 120_000 }).toBe(PRICE * (HEAVY_JOBS + 1));
  const before = orders.length;
  openGate();
  await Promise.all([...jobs, job].map((each) => each.settled({ withinMs: 120_000 })));
  const isBetween = (prompt: string, index: number) =>
    prompt === HEAVY && index >= before && index < orders.indexOf(LONE);
  return orders.filter(isBetween).length;
}

/** Deeds of a server for which the bot charged something else than came. */
function apart({ bot }: Stage, seen: Watch, guildId: string): string[] {
  const charged = new Map(
    bot.lines
      .filter((line) => line.includes('"msg":"job ended"'))
      .map((line) => JSON.parse(line) as { interaction: string; captured?: number; result: string })
      .map(({ interaction, captured = 0, result }) => [interaction, { captured, result }]),
  );
  return seen.deeds
    .filter(({ seat }) => seat.guildId === guildId)
    .flatMap((deed) => {
      const { captured = 0, result = 'none' } = charged.get(deed.invocation.id) ?? {};
      const pictures = seen.picturesOf(deed);
      if (captured === PRICE * pictures) return [];
      const { id, state } = deed.invocation;
      return [`${deed.what} ${id} (${state}): ${pictures} came, charged ${captured}, ${result}`];
    });
}

it(
  'fifty members in five servers press whatever there is, and every one has a last word',
  async () => {
    const orders: string[] = [];
    const gate = Promise.withResolvers<void>();
    const stage = await setStage({
      host: PUPPET_HOST,
      discord: { firstAnswerMs: PATIENT_MS },
      service: service(orders, gate.promise),
      env: { IMAGE_API_CONCURRENCY: '16', GUILD_MONTHLY_CREDITS: '0', QUEUE_PER_MEMBER: '24' },
    });
    const warmUp = watch(stage.discord);
    await letThemPlay(stage, warmUp, WARM_UP_MS, 2);
    await comeToRest(stage, warmUp);
    const before = await memoryOf(stage.bot);

    const seen = watch(stage.discord);
    const playing = letThemPlay(stage, seen, SOAK_MS, 3);
    await sleep(SOAK_MS / 2);
    const heavyFirst = await loneMember(stage, orders, gate.resolve);
    await playing;
    await comeToRest(stage, seen);
    await settle(stage, seen);
    const [peak, after] = await returned(stage, before);

    const expired = seen.deeds.filter(({ invocation }) => invocation.state === 'expired');
    const guildIds = new Set(seen.deeds.map(({ seat }) => seat.guildId));
    const wrong: string[] = [];
    let delivered = 0;
    for (const guildId of guildIds) {
      const seat = seen.deeds.find((deed) => deed.seat.guildId === guildId)?.seat;
      if (seat === undefined) continue;
      const pictures = seen.picturesIn(guildId);
      const { used, held } = await booksOf(stage, seat);
      delivered += pictures;
      if (used !== PRICE * pictures || held !== 0) {
        wrong.push(`${guildId}: ${pictures} pictures, ${used} used, ${held} held`);
        wrong.push(...apart(stage, seen, guildId));
      }
    }
    const kinds = Object.entries(Object.groupBy(seen.deeds, ({ what }) => what))
      .map(([what, deeds = []]) => `${what} ${deeds.length}`)
      .join(', ');
    const figures = {
      seed,
      seconds: SOAK_MS / 1_000,
      interactions: seen.deeds.length,
      ordersToTheService: orders.length,
      pictures: delivered,
      credits: PRICE * delivered,
      firstAnswers: {
        inTime: seen.firstAnswers.filter((ms) => ms <= IN_TIME_MS).length,
        slowestMs: Math.round(Math.max(...seen.firstAnswers)),
      },
      begunBeforeTheLoneMember: heavyFirst,
      heapMiB: {
        before: mib(before.heapUsed),
        atTheEnd: mib(peak.heapUsed),
        after: mib(after.heapUsed),
      },
      rssMiB: { before: mib(before.rss), after: mib(after.rss) },
    };
    console.log(`soak: ${JSON.stringify(figures)}\n${kinds}`);

    expect(seen.open()).toEqual([]);
    expect(expired.map(({ what }) => what)).toEqual([]);
    expect(wrong).toEqual([]);
    expect(heavyFirst).toBeLessThanOrEqual(1);
    expect(after.heapUsed).toBeLessThan(before.heapUsed + ROOM);
    expect(stage.discord.traffic.violations()).toEqual([]);
    expect(await stage.bot.stop()).toBe(0);
    expect(verifyBooks(`${stage.folder}/easel.sqlite`)).toMatchObject({ code: 0 });
  },
  SOAK_MS + 600_000,
);

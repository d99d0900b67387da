import { pino } from 'pino';
import { TOKEN_USE_MS } from '../../src/discord/rest/interaction-api.ts';
import { REVIEW_PREFIX } from '../../src/reviews/documents.ts';
import { snowflakeAt, snowflakeTime } from '../../src/snowflake.ts';
import { createAgenda } from './agenda.ts';
import { createAudit } from './audit.ts';
import { type Bot, type House, startBot } from './bot.ts';
import type { Bug } from './bugs.ts';
import { createDice } from './dice.ts';
import { createSimulatedDiscord } from './discord.ts';
import { startForgetting } from './forgetting.ts';
import { settingsRows } from './guilds.ts';
import type { Asked } from './happenings.ts';
import type { Plan } from './plan.ts';
import { createReviewers } from './rulings.ts';
import { type Run, startRun } from './run.ts';
import type { Disk } from './store.ts';
import { judgeClicks, judgeEnd } from './verdict.ts';
import { CLEAR_SKY } from './weather.ts';

/** How a history is played. */
export interface Staging {
  readonly bug: Bug;
  /** Whether the bot's own log goes into the trace. */
  readonly talkative: boolean;
}

/** The moment, by Discord's clock, from which the bot may take a token for too old. */
const expiryOf = (interactionId: string): number => snowflakeTime(interactionId) + TOKEN_USE_MS - 1;

const SILENT = pino({ level: 'silent' });

/** Everything around the bot, and the bot in its successive runs. */
export function createWorld(seed: number, plan: Plan, { bug, talkative }: Staging) {
  const agenda = createAgenda(plan.start);
  const dice = createDice(seed, 1);
  const audit = createAudit(plan.guilds);
  const trace: string[] = [];
  const asked = new Map<string, Asked>();
  const outlived = new Set<string>();
  /** Interactions by the button that was clicked. */
  const clicks = new Map<string, readonly string[]>();
  const closedChannelIds = plan.guilds.flatMap((guild) => guild.closedChannelIds);
  let { weather } = plan;
  let problem: string | undefined;
  let offsetMs = 0;
  let offsetAtStartMs = 0;
  const everyRun: Run[] = [];
  let runs = 0;
  let bot: Bot | undefined;

  const note = (step: string): void => {
    trace.push(`${(agenda.now - plan.start).toFixed(0)} ${step}`);
  };
  const log = talkative
    ? pino({ level: 'debug', base: null, timestamp: false }, { write: (line) => note(line.trim()) })
    : SILENT;
  const wrong = (what: string): void => {
    problem ??= what;
  };
  const disk: Disk = {
    rows: settingsRows(plan.guilds),
    wrote(keys) {
      const found = audit.wrote(keys, disk.rows);
      if (found !== undefined) wrong(found);
      // Whatever is done about a review takes its token for too old by the interaction's own time.
      if (keys.some((key) => key.startsWith(REVIEW_PREFIX)))
        markOutlived(offsetMs - offsetAtStartMs);
    },
  };
  const surroundings = { agenda, dice, note };
  const isWritten = (id: string) => audit.isOpen(id);
  const manners = { ...plan, closedChannelIds, isWritten };
  const discord = createSimulatedDiscord(surroundings, manners, () => weather.discord);

  /** Notes what is not settled although the bot must take its token for too old. */
  function markOutlived(aheadMs: number): void {
    for (const id of audit.unsettled()) {
      if (agenda.now + aheadMs >= expiryOf(id)) outlived.add(id);
    }
  }

  /** Remembers an interaction, and looks at it when its token becomes too old. */
  function watch(one: Asked): void {
    asked.set(one.id, one);
    agenda.add(expiryOf(one.id) - agenda.now, () => markOutlived(0));
  }

  const house: House = {
    plan,
    bug,
    disk,
    discord,
    dice,
    log,
    note,
    wrong,
    now: () => agenda.now,
    weather: () => weather,
  };

  function nextRun(what: string): Run {
    runs += 1;
    note(`run-${runs} ${what}`);
    const run = startRun(`run-${runs}`, surroundings, () => offsetMs);
    everyRun.push(run);
    return run;
  }

  const reviewing = createReviewers(surroundings, {
    guilds: plan.guilds,
    discord,
    asked,
    tell: (ruling) => bot?.decide(ruling),
  });

  return {
    ...reviewing,
    agenda,
    dice,
    trace,
    note,
    wrong,

    /** What went wrong first. */
    get problem() {
      return problem;
    },

    /** How often the bot was started. */
    get runs() {
      return runs;
    },

    get bot() {
      return bot;
    },

    /** Kills per step, now. */
    get kills() {
      return weather.kills;
    },

    /** Starts the bot. */
    start(): void {
      markOutlived(0);
      offsetAtStartMs = offsetMs;
      bot = startBot(nextRun('starts'), house);
    },

    /** Starts the operator's tool that forgets a member, in place of the bot. */
    forget(): void {
      const { id } = dice.pick(dice.pick(plan.guilds).members);
      bot = startForgetting(nextRun(`is to forget ${id}`), id, house);
    },

    kill(): void {
      if (bot === undefined) return;
      if (bot.run.alive) note(`${bot.run.boot} is killed`);
      bot.run.kill();
      bot = undefined;
    },

    /** Nothing of this world is needed any more. */
    dispose(): void {
      for (const run of everyRun) run.dispose();
    },

    ask(one: Asked): void {
      note(`${one.userId} asks for ${one.count}: ${one.id}`);
      watch(one);
      bot?.ask(one);
    },

    /** Somebody clicks on one of the buttons that are there, most often their own; some click twice. */
    click(serial: number): void {
      const [first, ...others] = [...asked.values()].filter(
        ({ id }) => discord.messages.get(id)?.button !== undefined,
      );
      if (first === undefined) return;
      const under = dice.pick([first, ...others]);
      const guild = plan.guilds.find(({ id }) => id === under.guildId);
      const other = guild && dice.chance(0.1) ? dice.pick(guild.members).id : under.userId;
      const id = String(BigInt(snowflakeAt(agenda.now - 100)) + BigInt(serial));
      const one = { ...under, id, token: `token-${id}`, userId: other };
      const customId = discord.messages.get(under.id)?.button ?? '';
      const click = { asked: one, customId, under: under.id };
      watch(one);
      clicks.set(customId, [...(clicks.get(customId) ?? []), id]);
      const act = () => {
        note(`${other} clicks on ${customId}: ${id}`);
        bot?.click(click);
      };
      act();
      if (dice.chance(0.3)) agenda.add(dice.between(0, 3_000), act);
    },

    /** Somebody cancels one of the last requests. */
    callOff(): void {
      const last = [...asked.values()].at(-dice.between(1, 4));
      if (last !== undefined) bot?.callOff(last.id, last.userId);
    },

    /** The host's clock is so far ahead of Discord's from now on. */
    setClock(aheadMs: number): void {
      note(`the host's clock is ${aheadMs / 1000} s ahead`);
      offsetMs = aheadMs;
      markOutlived(offsetMs - offsetAtStartMs);
    },

    deleteMessage: (interactionId: string) => discord.deleteWaiting(interactionId),

    /** The bot has nothing left to do. */
    get isAtRest() {
      return bot?.idle === true && !audit.hasWarnings() && !audit.hasReviews();
    },

    /** Everything works, and the last run of the bot is on. */
    get isClear() {
      return weather === CLEAR_SKY;
    },

    /** From now on everything works. */
    clearUp(): void {
      note('from now on everything works');
      weather = CLEAR_SKY;
      discord.openAll();
    },

    /** Judges what there is when everything has come to rest. */
    judge(): void {
      const outcomes = [...asked.values()].map((one) => ({
        asked: one,
        shown: discord.messages.get(one.id),
        outlived: outlived.has(one.id),
        closed: closedChannelIds.includes(one.channelId),
      }));
      const found =
        judgeClicks(clicks, audit) ?? judgeEnd(outcomes, discord.said, plan.guilds, audit);
      if (found !== undefined) wrong(found);
    },
  };
}

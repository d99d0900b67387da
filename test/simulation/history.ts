import type { Logger } from 'pino';
import { budgetDocument, settingsDocument } from '../../src/settings/documents.ts';
import { createAgenda } from './agenda.ts';
import { createAudit } from './audit.ts';
import { type Bot, startBot } from './bot.ts';
import type { Bug } from './bugs.ts';
import { createDice } from './dice.ts';
import { snowflakeTime } from '../../src/snowflake.ts';
import { TOKEN_USE_MS } from '../../src/discord/interaction-api.ts';
import { createSimulatedDiscord } from './discord.ts';
import type { Guild } from './guilds.ts';
import { type Asked, CLEAR_SKY, planHistory } from './plan.ts';
import { startRun } from './run.ts';
import type { Disk } from './store.ts';
import { judgeEnd } from './verdict.ts';

/** How a history ended. */
export interface History {
  readonly seed: number;
  /** What went wrong first; undefined where everything was right. */
  readonly problem: string | undefined;
  /** Every step, with its simulated time. */
  readonly trace: readonly string[];
  /** How often the bot was started. */
  readonly runs: number;
}

/** What is going on when the faults end must be over by then. */
const REST_MS = 3_600_000;

const RESTART_MS = 5_000;

/** Lets everything go on that can go on before simulated time moves. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Plays the history of a seed, with a mistake in the ports or without, and judges it. */
export async function playHistory(seed: number, bug: Bug, log: Logger): Promise<History> {
  const plan = planHistory(seed);
  const agenda = createAgenda(plan.start);
  const dice = createDice(seed, 1);
  const trace: string[] = [];
  const note = (step: string) => trace.push(`${agenda.now - plan.start} ${step}`);
  const audit = createAudit(plan.guilds);
  const asked = new Map<string, Asked>();
  const outlived = new Set<string>();
  let problem: string | undefined;
  let weather = plan.weather;
  let offset = 0;
  let bot: Bot | undefined;
  let runs = 0;
  let over = false;
  const wrong = (what: string) => {
    problem ??= what;
  };
  const disk: Disk = {
    rows: settingsOf(plan.guilds),
    wrote(keys) {
      const found = audit.wrote(keys, disk.rows);
      if (found !== undefined) wrong(found);
    },
  };
  const closedChannelIds = plan.guilds.flatMap((guild) => guild.closedChannelIds);
  const surroundings = { agenda, dice, note };
  const discord = createSimulatedDiscord(
    surroundings,
    { ...plan, closedChannelIds, isWritten: (id) => audit.isOpen(id) },
    () => weather.discord,
  );

  /** Notes the interactions that are not settled although their token must not be used any more. */
  function markOutlived(aheadMs: number): void {
    for (const interactionId of audit.unsettled()) {
      if (agenda.now + aheadMs - snowflakeTime(interactionId) >= TOKEN_USE_MS)
        outlived.add(interactionId);
    }
  }

  function start(): void {
    runs += 1;
    markOutlived(offset);
    const run = startRun(`run-${runs}`, surroundings, () => offset);
    note(`${run.boot} starts`);
    bot = startBot(run, {
      ...surroundings,
      plan,
      bug,
      disk,
      discord,
      log,
      wrong,
      weather: () => weather,
    });
  }

  function kill(): void {
    if (bot === undefined) return;
    note(`${bot.run.boot} is killed`);
    bot.run.kill();
  }

  /** Sees to it that a run that has ended is followed by another. */
  function keepRunning(): void {
    if (bot === undefined || bot.run.alive || over) return;
    bot = undefined;
    agenda.add(dice.between(100, dice.chance(0.9) ? RESTART_MS : 20 * 60_000), () => {
      if (!over) start();
    });
  }

  for (const happening of plan.happenings) {
    agenda.add(happening.inMs, () => {
      switch (happening.kind) {
        case 'asks':
          note(
            `${happening.asked.userId} asks for ${happening.asked.count}: ${happening.asked.id}`,
          );
          asked.set(happening.asked.id, happening.asked);
          agenda.add(TOKEN_USE_MS, () => markOutlived(0));
          return bot?.ask(happening.asked);
        case 'deletes-message':
          return discord.deleteLoading(happening.interactionId);
        case 'clock-jumps':
          note(`the host's clock is ${happening.offsetMs / 1000} s ahead`);
          offset = happening.offsetMs;
          markOutlived(offset);
          return undefined;
        case 'stops-bot':
          note('the bot is asked to stop');
          return bot?.stop();
      }
    });
  }
  agenda.add(plan.endsInMs, () => {
    note('from now on everything works');
    over = true;
    weather = CLEAR_SKY;
    kill();
    start();
  });
  start();
  while (problem === undefined) {
    await settled();
    if (over && bot?.idle) break;
    if (agenda.now > plan.start + plan.endsInMs + REST_MS) wrong('X2 it does not come to rest');
    if (!over && dice.chance(weather.kills)) kill();
    keepRunning();
    if (!agenda.step()) wrong('X2 something waits for ever');
  }
  problem ??= judgeEnd(
    [...asked.values()].map((one) => ({
      asked: one,
      shown: discord.messages.get(one.id),
      outlived: outlived.has(one.id),
      closed: closedChannelIds.includes(one.channelId),
    })),
    audit,
  );
  return { seed, problem, trace, runs };
}

/** What the owner and the managers have set before it begins, as rows. */
function settingsOf(guilds: readonly Guild[]): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { id, limits } of guilds) {
    const { server, memberMonth, memberDay, channels, roles } = limits;
    const monthly = Number.isFinite(server) ? server : null;
    rows.set(budgetDocument(id).key, JSON.stringify({ value: { v: 1, monthly } }));
    const set = {
      ...(Number.isFinite(memberMonth) && { memberMonth }),
      ...(Number.isFinite(memberDay) && { memberDay }),
      channels,
      roles,
    };
    rows.set(settingsDocument(id).key, JSON.stringify({ value: { v: 1, limits: set } }));
  }
  return rows;
}

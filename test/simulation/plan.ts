import { snowflakeAt } from '../../src/snowflake.ts';
import { createDice, type Dice } from './dice.ts';
import type { DiscordFaults } from './discord.ts';
import { planGuilds, type Guild } from './guilds.ts';
import type { StoreFaults } from './store.ts';

/** A member's `/imagine`. */
export interface Asked {
  readonly id: string;
  readonly token: string;
  readonly guildId: string;
  readonly userId: string;
  readonly channelId: string;
  readonly roleIds: readonly string[];
  readonly count: number;
}

/** How badly the world behaves; rates are between 0 and 1. */
export interface Weather {
  readonly store: StoreFaults;
  readonly discord: DiscordFaults;
  readonly serviceFails: number;
  /** Kills of the bot, for each step of the history. */
  readonly kills: number;
}

/** What happens from outside, in milliseconds after the start. */
export type Happening = { readonly inMs: number } & (
  | { readonly kind: 'asks'; readonly asked: Asked }
  | { readonly kind: 'deletes-message'; readonly interactionId: string }
  | { readonly kind: 'clock-jumps'; readonly offsetMs: number }
  | { readonly kind: 'stops-bot' }
);

/** Everything of a history that is settled before it begins. */
export interface Plan {
  readonly start: number;
  readonly guilds: readonly [Guild, ...Guild[]];
  readonly cooldownMs: number;
  readonly concurrency: number;
  readonly pictureBytes: number;
  readonly tokensExpire: boolean;
  readonly weather: Weather;
  readonly happenings: readonly Happening[];
  /** After this many milliseconds the faults end and the bot is started for the last time. */
  readonly endsInMs: number;
}

export const CLEAR_SKY: Weather = {
  store: { read: 0, writeBefore: 0, writeAfter: 0 },
  discord: {
    lost: 0,
    unanswered: 0,
    serverFails: 0,
    refusesUpload: 0,
    takesPart: 0,
    acceptsTwice: 0,
  },
  serviceFails: 0,
  kills: 0,
};

const MIB = 1024 * 1024;
const MINUTE = 60_000;

/** Midnights that a history runs across: the end of a month, of a year, and of a mere day. */
const MIDNIGHTS = [Date.UTC(2026, 11, 1), Date.UTC(2027, 0, 1), Date.UTC(2026, 10, 15)] as const;

function planWeather(dice: Dice): Weather {
  const upTo = (worst: number) => (dice.chance(0.3) ? 0 : dice.next() * worst);
  return {
    store: { read: upTo(0.1), writeBefore: upTo(0.15), writeAfter: upTo(0.15) },
    discord: {
      lost: upTo(0.15),
      unanswered: upTo(0.2),
      serverFails: upTo(0.1),
      refusesUpload: upTo(0.15),
      takesPart: upTo(0.3),
      acceptsTwice: dice.chance(0.3) ? 1 : upTo(0.5),
    },
    serviceFails: upTo(0.4),
    kills: dice.chance(0.2) ? 0 : dice.next() * 0.04,
  };
}

/** When a duplicate of an interaction comes: at once, in the middle of it, or long after. */
function duplicateDelay(dice: Dice): number {
  const [from, to] = dice.pick([
    [0, 3_000],
    [3_000, 2 * MINUTE],
    [21 * MINUTE, 120 * MINUTE],
  ]);
  return dice.between(from, to);
}

/** Plans the history of a seed. */
export function planHistory(seed: number): Plan {
  const dice = createDice(seed, 0);
  const guilds = planGuilds(dice);
  const gaps = Array.from({ length: dice.between(3, 16) }, () =>
    dice.chance(0.15) ? dice.between(5 * MINUTE, 180 * MINUTE) : dice.between(0, 20_000),
  );
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const start = dice.pick(MIDNIGHTS) - Math.floor(span * dice.next());
  const happenings: Happening[] = [];
  let inMs = 2_000;
  for (const [serial, gap] of gaps.entries()) {
    inMs += gap;
    const guild = dice.pick(guilds);
    const member = dice.pick(guild.members);
    const made = start + inMs - dice.between(20, 800);
    const id = String(BigInt(snowflakeAt(made)) + BigInt(serial));
    const asked: Asked = {
      id,
      token: `token-${id}`,
      guildId: guild.id,
      userId: member.id,
      roleIds: member.roleIds,
      channelId: dice.pick(guild.channelIds),
      count: dice.between(1, 4),
    };
    happenings.push({ inMs, kind: 'asks', asked });
    while (dice.chance(0.3)) {
      happenings.push({ inMs: inMs + duplicateDelay(dice), kind: 'asks', asked });
    }
    if (dice.chance(0.04)) {
      const deletion = inMs + dice.between(500, 20_000);
      happenings.push({ inMs: deletion, kind: 'deletes-message', interactionId: id });
    }
    if (dice.chance(0.08)) {
      const offsetMs = dice.pick([0, -60, -5, 5, 60, 60 * 24 * 40]) * MINUTE;
      happenings.push({ inMs: inMs + dice.between(0, 20_000), kind: 'clock-jumps', offsetMs });
    }
    if (dice.chance(0.03)) {
      happenings.push({ inMs: inMs + dice.between(0, 20_000), kind: 'stops-bot' });
    }
  }
  return {
    start,
    guilds,
    happenings,
    cooldownMs: dice.chance(0.8) ? 0 : dice.between(1_000, 30_000),
    concurrency: dice.between(1, 6),
    pictureBytes: dice.pick([64, 64, 64, 9 * MIB]),
    tokensExpire: dice.chance(0.25),
    weather: planWeather(dice),
    endsInMs:
      Math.max(...happenings.map((happening) => happening.inMs)) +
      dice.between(0, dice.chance(0.7) ? 60_000 : 30 * MINUTE),
  };
}

import { createDice } from './dice.ts';
import { type Guild, planGuilds } from './guilds.ts';
import { type Happening, planGaps, planHappenings, planPace } from './happenings.ts';
import { planWeather, type Weather } from './weather.ts';

/** Everything of a history that is settled before it begins. */
export interface Plan {
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly guilds: readonly [Guild, ...Guild[]];
  readonly cooldownMs: number;
  readonly concurrency: number;
  readonly pictures: 'small' | 'large';
  readonly tokensExpire: boolean;
  /** Pictures take minutes, so that some outlive their interaction's token. */
  readonly isSlow: boolean;
  readonly weather: Weather;
  readonly happenings: readonly Happening[];
  /** After this many milliseconds the faults end and the bot is started for the last time. */
  readonly endsInMs: number;
}

const MINUTE = 60_000;

/** Nobody asks before this, so that the first run of the bot is there. */
const FIRST_MS = 2_000;

/** Midnights that a history runs across: the end of a month, of a year, and of a mere day. */
const MIDNIGHTS = [Date.UTC(2026, 11, 1), Date.UTC(2027, 0, 1), Date.UTC(2026, 10, 15)] as const;

/** Plans the history of a seed; `everySlow` has pictures take minutes in every one. */
export function planHistory(seed: number, everySlow = false): Plan {
  const dice = createDice(seed, 0);
  const guilds = planGuilds(dice);
  const pace = planPace(dice);
  const gaps = planGaps(dice, pace);
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const start = dice.pick(MIDNIGHTS) - FIRST_MS - Math.floor(span * dice.next());
  let inMs = FIRST_MS;
  const happenings = gaps.flatMap((gap, serial) => {
    inMs += gap;
    return planHappenings({ dice, pace, start }, dice.pick(guilds), serial, inMs);
  });
  const isSlow = dice.chance(0.15) || everySlow;
  return {
    start,
    guilds,
    happenings,
    cooldownMs: dice.chance(0.8) ? 0 : dice.between(1_000, 30_000),
    concurrency: dice.between(1, 6),
    pictures: dice.chance(0.25) ? 'large' : 'small',
    tokensExpire: dice.chance(0.25),
    isSlow,
    weather: planWeather(dice),
    endsInMs:
      Math.max(...happenings.map((happening) => happening.inMs)) +
      dice.between(0, isSlow ? 90 * MINUTE : dice.chance(0.7) ? MINUTE : 30 * MINUTE),
  };
}

import { snowflakeAt } from '../../src/snowflake.ts';
import type { Dice } from './dice.ts';
import type { Guild } from './guilds.ts';

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

/** What happens from outside, in milliseconds after the start. */
export type Happening = { readonly inMs: number } & (
  | { readonly kind: 'asks'; readonly asked: Asked }
  /** Somebody clicks on one of the buttons that are there. */
  | { readonly kind: 'clicks'; readonly serial: number }
  | { readonly kind: 'deletes-message'; readonly interactionId: string }
  | { readonly kind: 'clock-jumps'; readonly offsetMs: number }
  /** Somebody presses Cancel under one of the last messages. */
  | { readonly kind: 'cancels' }
  | { readonly kind: 'stops-bot' }
  /** A moderator decides about pictures that wait, or a member takes theirs back. */
  | { readonly kind: 'decides' | 'withdraws'; readonly serial: number }
  /** Somebody deletes a message in a review channel, or shuts the bot out of one for a while. */
  | { readonly kind: 'deletes-review' | 'shuts-review' }
);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How members ask, and when duplicates of their interactions come, as ranges of milliseconds. */
const PACES = {
  crowd: {
    gaps: [[0, 20]],
    duplicates: [[0, 3 * SECOND]],
  },
  evening: {
    gaps: [
      [0, 20],
      [0, 2 * SECOND],
      [0, 20 * SECOND],
      [5 * MINUTE, 180 * MINUTE],
    ],
    duplicates: [
      [0, 3 * SECOND],
      [3 * SECOND, 2 * MINUTE],
      [21 * MINUTE, 120 * MINUTE],
    ],
  },
  day: {
    gaps: [
      [0, 20 * SECOND],
      [5 * MINUTE, 60 * MINUTE],
    ],
    duplicates: [[40 * MINUTE, 240 * MINUTE]],
  },
} as const;

/** How a history goes: all at once, in bursts, or over hours with duplicates of what is long past. */
export type Pace = (typeof PACES)[keyof typeof PACES];

export const planPace = (dice: Dice): Pace =>
  dice.pick<Pace>([PACES.crowd, PACES.evening, PACES.evening, PACES.day]);

const within = (dice: Dice, ranges: Pace['gaps' | 'duplicates']): number => {
  const [from, to] = dice.pick<readonly [number, number]>(ranges);
  return dice.between(from, to);
};

/** Milliseconds between a member's asking and the next one's. */
export const planGaps = (dice: Dice, { gaps }: Pace): readonly number[] =>
  Array.from({ length: dice.between(3, 16) }, () => within(dice, gaps));

/** What happens around one `/imagine` that reaches the bot at `inMs`. */
export function planHappenings(
  { dice, pace, start }: { readonly dice: Dice; readonly pace: Pace; readonly start: number },
  guild: Guild,
  serial: number,
  inMs: number,
): Happening[] {
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
  const happenings: Happening[] = [{ inMs, kind: 'asks', asked }];
  const soon = () => inMs + dice.between(0, 20 * SECOND);
  while (dice.chance(0.35)) {
    happenings.push({ inMs: inMs + within(dice, pace.duplicates), kind: 'asks', asked });
  }
  if (dice.chance(0.04)) {
    happenings.push({ inMs: soon(), kind: 'deletes-message', interactionId: id });
  }
  if (dice.chance(0.08)) {
    const offsetMs = dice.pick([0, -60, -5, 5, 60, 60 * 24 * 40]) * MINUTE;
    happenings.push({ inMs: soon(), kind: 'clock-jumps', offsetMs });
  }
  if (dice.chance(0.03)) happenings.push({ inMs: soon(), kind: 'stops-bot' });
  if (dice.chance(0.15)) {
    happenings.push({ inMs: inMs + dice.between(0, 20 * SECOND), kind: 'cancels' });
  }
  if (guild.isReviewed) happenings.push(...planRulings(dice, serial, inMs));
  if (dice.chance(0.4)) {
    const clicks = inMs + dice.between(0, 3 * MINUTE);
    happenings.push({ inMs: clicks, kind: 'clicks', serial: 1_000 + serial });
  }
  return happenings;
}

/** What is done about pictures that wait for a moderator, soon or later, or never. */
function planRulings(dice: Dice, serial: number, inMs: number): Happening[] {
  const later = () => inMs + dice.between(0, dice.chance(0.6) ? 2 * MINUTE : 50 * MINUTE);
  const happenings: Happening[] = [];
  while (dice.chance(0.6)) {
    const unique = 2_000 + 100 * serial + 2 * happenings.length;
    happenings.push({ inMs: later(), kind: 'decides', serial: unique });
  }
  if (dice.chance(0.15)) {
    happenings.push({ inMs: later(), kind: 'withdraws', serial: 9_000 + serial });
  }
  if (dice.chance(0.05)) happenings.push({ inMs: later(), kind: 'deletes-review' });
  if (dice.chance(0.15)) happenings.push({ inMs: later(), kind: 'shuts-review' });
  return happenings;
}

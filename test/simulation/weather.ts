import type { Dice } from './dice.ts';
import type { DiscordFaults } from './discord-faults.ts';
import type { StoreFaults } from './store.ts';

/** How badly the world behaves; rates are between 0 and 1. */
export interface Weather {
  readonly store: StoreFaults;
  readonly discord: DiscordFaults;
  readonly serviceFails: number;
  /** Kills of the bot, for each step of the history. */
  readonly kills: number;
}

/** Everything works. */
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

/** Plans the weather of a history: each kind of fault is often, seldom or never. */
export function planWeather(dice: Dice): Weather {
  const upTo = (worst: number) => (dice.chance(0.3) ? 0 : dice.next() * worst);
  return {
    store: { read: upTo(0.1), writeBefore: upTo(0.15), writeAfter: upTo(0.15) },
    discord: {
      lost: upTo(0.15),
      unanswered: upTo(0.4),
      serverFails: upTo(0.1),
      refusesUpload: upTo(0.15),
      takesPart: upTo(0.3),
      acceptsTwice: dice.chance(0.5) ? 1 : upTo(0.5),
    },
    serviceFails: upTo(0.4),
    kills: dice.chance(0.2) ? 0 : dice.next() ** 2 * 0.04,
  };
}

import { describe, expect, it } from 'vitest';
import {
  createRefusedOften,
  type Refusals,
  waitEnd,
  withRefusal,
} from '../../src/moderation/refused-often.ts';
import { after, MINUTE, NOON } from '../support/moderation.ts';
import { GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

const SECOND = 1_000;

/** What is kept of refusals at these seconds. */
const at = (...seconds: number[]): Refusals =>
  seconds.reduce<Refusals>((before, second) => withRefusal(before, second * SECOND), []);

describe('whoever is refused five times', () => {
  it('within two minutes waits for a minute from the last one on', () => {
    const five = at(0, 10, 20, 30, 119);
    expect(waitEnd(five, 119 * SECOND)).toBe(179 * SECOND);
    expect(waitEnd(five, 179 * SECOND - 1)).toBe(179 * SECOND);
    expect(waitEnd(five, 179 * SECOND)).toBeUndefined();
  });

  it('in a longer time does not, nor whoever is refused less often', () => {
    expect(waitEnd(at(0, 10, 20, 30, 120), 120 * SECOND)).toBeUndefined();
    expect(waitEnd(at(0, 0, 0, 0), 0)).toBeUndefined();
    expect(waitEnd([], 0)).toBeUndefined();
  });

  it('and goes on after the wait waits after the next one too, until there were fewer', () => {
    expect(waitEnd(at(0, 1, 2, 3, 4, 65), 65 * SECOND)).toBe(125 * SECOND);
    expect(waitEnd(at(0, 1, 2, 3, 4, 65, 126), 126 * SECOND)).toBeUndefined();
  });

  it('waits the same where interactions overtake one another', () => {
    expect(at(9, 1, 7, 3, 5)).toEqual(at(1, 3, 5, 7, 9));
    expect(at(200, 1)).toEqual(at(200));
    expect(waitEnd(at(9, 1, 7, 3, 5), 2 * SECOND)).toBe(69 * SECOND);
  });

  it('leaves the times of five at most', () => {
    expect(at(1, 2, 3, 4, 5, 6, 7)).toEqual(at(3, 4, 5, 6, 7));
  });
});

describe('members', () => {
  it('wait in the server where they were refused, each for themselves, by Discord’s clock', () => {
    const often = createRefusedOften();
    for (let ms = 1; ms <= 5; ms += 1) {
      expect(often.until(GUILD, USER, after(ms))).toBeUndefined();
      often.count(GUILD, USER, after(ms));
    }
    expect(often.until(GUILD, USER, after(MINUTE))).toBe(NOON + 5 + MINUTE);
    expect(often.until(GUILD, USER, after(MINUTE + 5))).toBeUndefined();
    expect(often.until(GUILD, OTHER_USER, after(MINUTE))).toBeUndefined();
    expect(often.until('200000000000000002', USER, after(MINUTE))).toBeUndefined();
  });

  it('are ten thousand at most; those of the oldest refusals are let go', () => {
    const often = createRefusedOften();
    const refuse = (userId: string, times = 5) => {
      for (let time = 0; time < times; time += 1) often.count(GUILD, userId, after());
    };
    refuse(USER);
    refuse(OTHER_USER);
    for (let other = 0; other < 9_998; other += 1) refuse(`${other}`, 1);
    expect(often.until(GUILD, USER, after())).toBeDefined();
    refuse('one more', 1);
    expect(often.until(GUILD, USER, after())).toBeUndefined();
    expect(often.until(GUILD, OTHER_USER, after())).toBeDefined();
  });
});

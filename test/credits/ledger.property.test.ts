import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Books, heldIn, hold, resolve } from '../../src/credits/ledger.ts';
import { GUILD, idAt, OTHER_USER, USER } from '../support/snowflakes.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const limits = { price: 6, budget: 120, cooldownMs: 5_000 };

const step = fc.record({
  /** Seconds since noon at which the interaction was made: more than a token's life across. */
  second: fc.integer({ min: 0, max: 3_600 }),
  user: fc.constantFrom(USER, OTHER_USER),
  pictures: fc.integer({ min: 1, max: 4 }),
  act: fc.constantFrom('hold', 'resolve'),
  delivered: fc.integer({ min: 0, max: 4 }),
});

it('keeps every sum right through any history of holds and resolutions', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (history) => {
      let server: Books['server'];
      const members = new Map<string, Books['member']>();
      const cooldowns = new Map<string, Books['cooldown']>();
      const owners = new Map<string, string>();
      const charged = new Map<string, number>();

      for (const { second, user, pictures, act, delivered } of history) {
        const interactionId = idAt(NOON + second * 1000);
        const owner = act === 'hold' ? user : (owners.get(interactionId) ?? user);
        const books = { server, member: members.get(owner), cooldown: cooldowns.get(owner) };
        if (act === 'hold') {
          const order = { interactionId, guildId: GUILD, userId: user, pictures };
          const { verdict, write } = hold(books, order, limits, 'boot');
          expect(write !== undefined).toBe(verdict.kind === 'held');
          if (verdict.kind === 'held') {
            expect(owners.has(interactionId)).toBe(false);
            owners.set(interactionId, user);
          }
          server = write?.server ?? server;
          if (write?.cooldown) cooldowns.set(user, write.cooldown);
        } else {
          const { resolution, write } = resolve(books, interactionId, delivered);
          if (resolution.kind === 'resolved') {
            expect(charged.has(interactionId)).toBe(false);
            charged.set(interactionId, resolution.captured);
          }
          server = write?.server ?? server;
          if (write?.member) members.set(owner, write.member);
          if (write?.cooldown === null) cooldowns.delete(owner);
        }
        const used = [...charged.values()].reduce((sum, amount) => sum + amount, 0);
        const membersUsed = [...members.values()].reduce(
          (sum, month) => sum + (month?.used ?? 0),
          0,
        );
        expect(server?.used ?? 0).toBe(used);
        expect(membersUsed).toBe(used);
        expect(used + heldIn(server)).toBeLessThanOrEqual(limits.budget);
      }
    }),
    { numRuns: 300 },
  );
});

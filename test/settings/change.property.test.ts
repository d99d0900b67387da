import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeSettings } from '../../src/settings/change.ts';
import {
  MAX_CREDITS,
  MAX_NAMED_LIMITS,
  NEW_SETTINGS,
  settingsDocument,
} from '../../src/settings/documents.ts';
import type { SettingsChange } from '../../src/settings/orders.ts';
import { GUILD } from '../support/snowflakes.ts';

const amount = fc.option(fc.integer({ min: 1, max: MAX_CREDITS }), { freq: 9 });
const id = fc.oneof(
  fc.constant(GUILD),
  fc.integer({ min: 0, max: 40 }).map((n) => `9${String(n).padStart(17, '0')}`),
);
const table = fc.constantFrom('channels' as const, 'roles' as const);
const few = fc.array(id, { maxLength: 10 });
const change: fc.Arbitrary<SettingsChange> = fc.oneof(
  fc.record({
    kind: fc.constant('limit' as const),
    of: fc.constantFrom('server' as const, 'memberDay' as const, 'memberMonth' as const),
    to: amount,
  }),
  {
    weight: 40,
    arbitrary: fc.record({ kind: fc.constant('share' as const), of: table, id, to: amount }),
  },
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('names' as const),
      of: table,
      add: few,
      remove: fc.oneof(few, fc.constant('all' as const)),
    }),
  },
  fc.record({
    kind: fc.constant('value' as const),
    of: fc.constantFrom('logChannel' as const, 'reviewChannel' as const),
    to: fc.option(id),
  }),
);
const budget = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: MAX_CREDITS }));

it('whatever is asked for, what is stored can be read again and keeps its bounds', () => {
  const { schema } = settingsDocument(GUILD);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(change, budget), { minLength: 100, maxLength: 200 }),
      (history) => {
        let now = NEW_SETTINGS;
        for (const [asked, given] of history) {
          const before = structuredClone(now);
          const { settings } = changeSettings(now, asked, { guildId: GUILD, budget: given });
          expect(now).toEqual(before);
          if (settings === undefined) continue;
          now = schema.parse(JSON.parse(JSON.stringify(settings)));
          const { channels, roles, server = 0 } = now.limits;
          expect(Object.keys(channels).length).toBeLessThanOrEqual(MAX_NAMED_LIMITS);
          expect(Object.keys(roles).length).toBeLessThanOrEqual(MAX_NAMED_LIMITS);
          expect(roles).not.toHaveProperty(GUILD);
          expect(now.channels?.length ?? 1).toBeLessThanOrEqual(25);
          expect(now.roles ?? []).not.toContain(GUILD);
          expect(new Set(now.roles).size).toBe(now.roles?.length ?? 0);
          if (asked.of === 'server') expect(server).toBeLessThan(given);
        }
      },
    ),
    // Shrinking so long a history takes minutes.
    { endOnFailure: true },
  );
});

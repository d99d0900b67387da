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

const amount = fc.oneof(fc.constant(0), {
  weight: 9,
  arbitrary: fc.integer({ min: 0, max: MAX_CREDITS }),
});
const id = fc.oneof(
  fc.constant(GUILD),
  fc.integer({ min: 0, max: 40 }).map((n) => `9${String(n).padStart(17, '0')}`),
);
const change: fc.Arbitrary<SettingsChange> = fc.oneof(
  fc.record({ name: fc.constant('server' as const), month: amount }),
  fc.record(
    { name: fc.constant('member' as const), day: amount, month: amount },
    { requiredKeys: ['name'] },
  ),
  {
    weight: 40,
    arbitrary: fc.record({ name: fc.constant('channel' as const), channel: id, month: amount }),
  },
  {
    weight: 40,
    arbitrary: fc.record({ name: fc.constant('role' as const), role: id, month: amount }),
  },
  fc.record({
    name: fc.constant('clear' as const),
    limits: fc.constantFrom('channels' as const, 'roles' as const),
  }),
  fc.record({ name: fc.constant('log' as const), channel: id }, { requiredKeys: ['name'] }),
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
          if (asked.name === 'server') expect(server).toBeLessThan(given);
        }
      },
    ),
    // Shrinking so long a history takes minutes.
    { endOnFailure: true },
  );
});

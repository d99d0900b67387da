import type { Gauge } from '../../src/credits/limits.ts';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import { policyOf } from '../../src/settings/policy.ts';
import type { Overview } from '../../src/settings/settings.ts';
import type { Surroundings } from '../../src/words/setting-values.ts';

/** A server with 3000 credits a month, as every server, of which 24 are used and 6 held. */
export function overviewOf(
  parts: readonly Gauge[] = [],
  settings = NEW_SETTINGS,
  view: Partial<Overview['view']> = {},
): Overview {
  const limits = {
    price: 6,
    cooldownMs: 0,
    server: 3_000,
    memberMonth: Infinity,
    memberDay: Infinity,
    channels: {},
    roles: {},
  };
  return {
    view: {
      settings,
      budget: 3_000,
      budgetIsOwn: false,
      limits,
      policy: policyOf(settings),
      usualCooldownMs: 15_000,
      ...view,
    },
    gauges: [{ name: { of: 'server' }, limit: 3_000, used: 24, held: 6 }, ...parts],
  };
}

/** A bot with its usual pace, whose channels and roles Discord did not name. */
export const AROUND: Surroundings = { usualCooldownMs: 15_000, queuePerMember: 8 };

/** A channel's or a role's limit of 60. */
export const gaugeOf = (name: Gauge['name'], used: number): Gauge => ({
  name,
  limit: 60,
  used,
  held: 0,
});

/** A channel and a role, as the names of limits. */
export const SOME_CHANNEL = { of: 'channel', id: '1' } as const;
export const SOME_ROLE = { of: 'role', id: '2' } as const;

/** As many ids as a server can limit channels, or roles. */
export const MANY_IDS = Array.from(
  { length: 25 },
  (_, n) => `9000000000000000${String(n).padStart(4, '0')}`,
);

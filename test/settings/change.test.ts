import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../src/settings/change.ts';
import {
  NEW_SETTINGS,
  type ServerSettings,
  settingsDocument,
} from '../../src/settings/documents.ts';
import type { SettingsChange, Table } from '../../src/settings/orders.ts';
import { CHANNEL, GUILD, OTHER_ROLE, ROLE } from '../support/snowflakes.ts';

type Limits = ServerSettings['limits'];

const withLimits = (limits: Partial<Limits>): ServerSettings => ({
  ...NEW_SETTINGS,
  limits: { ...NEW_SETTINGS.limits, ...limits },
});

const apply = (change: SettingsChange, now = NEW_SETTINGS, budget = 3_000) => {
  const changed = changeSettings(now, change, { guildId: GUILD, budget });
  // As it comes back from the disk.
  const stored = changed.settings && JSON.parse(JSON.stringify(changed.settings));
  return { ...changed, stored: stored && settingsDocument(GUILD).schema.parse(stored) };
};

const manyIds = (count: number) =>
  Array.from({ length: count }, (_, n) => `9${String(n).padStart(17, '0')}`);
const many = (count: number) => Object.fromEntries(manyIds(count).map((id) => [id, 6]));

const limit = (of: keyof Limits & ('server' | 'memberDay' | 'memberMonth'), to: number | null) =>
  ({ kind: 'limit', of, to }) as const;

describe('a server’s own ceiling', () => {
  it('is below the budget that the owner gives', () => {
    const { answer, stored } = apply(limit('server', 2_999));
    const setting = { kind: 'limit', of: 'server' };
    expect(answer).toEqual({ kind: 'changed', setting, before: undefined, after: 2_999 });
    expect(stored).toEqual(withLimits({ server: 2_999 }));
  });

  it.each([3_000, 3_001])('cannot be %i where the owner gives 3000', (month) => {
    const { answer, settings } = apply(limit('server', month), withLimits({ server: 60 }));
    expect(answer).toEqual({ kind: 'not-below-budget', budget: 3_000 });
    expect(settings).toBeUndefined();
  });

  it('can be anything below an unlimited budget', () => {
    const { stored } = apply(limit('server', 1_000_000_000), NEW_SETTINGS, Infinity);
    expect(stored).toEqual(withLimits({ server: 1_000_000_000 }));
  });

  it('can be lifted', () => {
    const { answer, stored } = apply(limit('server', null), withLimits({ server: 60 }));
    expect(answer).toMatchObject({ kind: 'changed', before: 60, after: undefined });
    expect(stored).toEqual(NEW_SETTINGS);
  });
});

it('each member’s limits are set alone, and the other stays', () => {
  const first = apply(limit('memberDay', 24)).stored;
  const both = apply(limit('memberMonth', 300), first);
  expect(both.stored).toEqual(withLimits({ memberDay: 24, memberMonth: 300 }));
  const month = apply(limit('memberDay', null), both.stored);
  expect(month.stored).toEqual(withLimits({ memberMonth: 300 }));
});

it.each([
  [limit('memberDay', 24), withLimits({ memberDay: 24 })],
  [limit('memberDay', null), NEW_SETTINGS],
  [{ kind: 'value', of: 'review', to: 'off' }, NEW_SETTINGS],
  [{ kind: 'value', of: 'retentionDays', to: 30 }, NEW_SETTINGS],
  [{ kind: 'names', of: 'roles', add: [], remove: [ROLE] }, NEW_SETTINGS],
  [
    { kind: 'names', of: 'roles', add: [ROLE], remove: [] },
    { ...NEW_SETTINGS, roles: [ROLE] },
  ],
] as const)('%o changes nothing where it is so already', (change, now) => {
  const { answer, settings } = apply(change, now as ServerSettings);
  expect(answer.kind).toBe('as-before');
  expect(settings).toBeUndefined();
});

describe.each([
  ['channels', CHANNEL],
  ['roles', ROLE],
] as const)('a limit of %s', (of: Table, id) => {
  const change = (to: number | null, which: string = id): SettingsChange => ({
    kind: 'share',
    of,
    id: which,
    to,
  });

  it('is set, changed and taken away without touching another', () => {
    const first = apply(change(60, OTHER_ROLE)).stored;
    const second = apply(change(30), first);
    expect(second.stored).toEqual(withLimits({ [of]: { [OTHER_ROLE]: 60, [id]: 30 } }));
    const third = apply(change(null), second.stored);
    const setting = { kind: 'share', of, id };
    expect(third.answer).toEqual({ kind: 'changed', setting, before: 30, after: undefined });
    expect(third.stored).toEqual(first);
  });

  it('is one of 25 at most; those can still be changed and taken away', () => {
    const full = withLimits({ [of]: many(25) });
    expect(apply(change(6), withLimits({ [of]: many(24) })).settings).toBeDefined();
    expect(apply(change(6), full)).toMatchObject({
      answer: { kind: 'too-many', of, what: 'limits' },
      stored: undefined,
    });
    const [known = ''] = manyIds(1);
    expect(apply(change(12, known), full).answer.kind).toBe('changed');
    expect(apply(change(null), full).answer.kind).toBe('as-before');
    expect(Object.keys(apply(change(null, known), full).stored?.limits[of] ?? {})).toHaveLength(24);
  });
});

describe.each(['channels', 'roles'] as const)('the %s that are named', (of) => {
  const ids = manyIds(26);
  const [a = '', b = '', c = ''] = ids;
  const names = (add: string[], remove: string[] | 'all' = []): SettingsChange => ({
    kind: 'names',
    of,
    add,
    remove,
  });

  it('come and go one by one, whatever else is named', () => {
    const first = apply(names([a, b])).stored;
    expect(first).toEqual({ ...NEW_SETTINGS, [of]: [a, b] });
    const second = apply(names([c, b], [a]), first);
    expect(second.answer).toMatchObject({ before: [a, b], after: [b, c] });
    expect(apply(names([], [b, c]), second.stored).stored).toEqual(NEW_SETTINGS);
    expect(apply(names([], 'all'), second.stored).stored).toEqual(NEW_SETTINGS);
  });

  it('are 25 at most', () => {
    const full = { ...NEW_SETTINGS, [of]: ids.slice(0, 25) };
    const more = apply(names([ids[25] ?? '']), full);
    expect(more.answer).toEqual({ kind: 'too-many', of, what: 'names' });
    expect(more.settings).toBeUndefined();
    expect(apply(names([ids[25] ?? ''], [a]), full).stored?.[of]).toHaveLength(25);
  });
});

it('everybody’s role has no limit of its own, and singles nobody out', () => {
  for (const change of [
    { kind: 'share', of: 'roles', id: GUILD, to: 60 },
    { kind: 'names', of: 'roles', add: [GUILD], remove: [] },
  ] as const) {
    const { answer, settings } = apply(change);
    expect(answer).toEqual({ kind: 'everyone' });
    expect(settings).toBeUndefined();
  }
});

it('an old server’s first channel, which has the server’s own id, is a channel as all others', () => {
  const named = apply({ kind: 'names', of: 'channels', add: [GUILD], remove: [] });
  expect(named.stored?.channels).toEqual([GUILD]);
  const shared = apply({ kind: 'share', of: 'channels', id: GUILD, to: 60 });
  expect(shared.stored?.limits.channels).toEqual({ [GUILD]: 60 });
});

it('a value is set, changed, and goes back to the usual', () => {
  const set = apply({ kind: 'value', of: 'cooldownSeconds', to: 0 });
  expect(set.stored).toEqual({ ...NEW_SETTINGS, cooldownSeconds: 0 });
  const named = apply({ kind: 'value', of: 'logChannel', to: CHANNEL }, set.stored);
  expect(named.stored).toEqual({ ...NEW_SETTINGS, cooldownSeconds: 0, logChannel: CHANNEL });
  const left = apply({ kind: 'value', of: 'logChannel', to: null }, named.stored);
  expect(left.answer).toMatchObject({ before: CHANNEL, after: undefined });
  expect(left.stored).toEqual(set.stored);
  const reviewed = apply({ kind: 'value', of: 'review', to: 'everybody' });
  expect(apply({ kind: 'value', of: 'review', to: 'off' }, reviewed.stored).stored).toEqual(
    NEW_SETTINGS,
  );
});

import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../src/settings/change.ts';
import {
  NEW_SETTINGS,
  type ServerSettings,
  settingsDocument,
} from '../../src/settings/documents.ts';
import type { SettingsChange } from '../../src/settings/orders.ts';
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

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`9${String(n).padStart(17, '0')}`, 6]),
  );

describe('a server’s own ceiling', () => {
  it('is below the budget that the owner gives', () => {
    const { answer, stored } = apply({ name: 'server', month: 2_999 });
    const step = { name: { of: 'server' }, before: undefined, after: 2_999 };
    expect(answer).toEqual({ kind: 'limits', steps: [step] });
    expect(stored).toEqual(withLimits({ server: 2_999 }));
  });

  it.each([3_000, 3_001])('cannot be %i where the owner gives 3000', (month) => {
    const { answer, settings } = apply({ name: 'server', month }, withLimits({ server: 60 }));
    expect(answer).toEqual({ kind: 'not-below-budget', budget: 3_000 });
    expect(settings).toBeUndefined();
  });

  it('can be anything below an unlimited budget', () => {
    const { stored } = apply({ name: 'server', month: 1_000_000_000 }, NEW_SETTINGS, Infinity);
    expect(stored).toEqual(withLimits({ server: 1_000_000_000 }));
  });

  it('of 0 is none', () => {
    const { answer, stored } = apply({ name: 'server', month: 0 }, withLimits({ server: 60 }));
    const step = { name: { of: 'server' }, before: 60, after: undefined };
    expect(answer).toEqual({ kind: 'limits', steps: [step] });
    expect(stored).toEqual(NEW_SETTINGS);
  });
});

describe('each member’s limits', () => {
  it('are set together or alone, and the other stays', () => {
    const both = apply({ name: 'member', day: 24, month: 300 });
    expect(both.stored).toEqual(withLimits({ memberDay: 24, memberMonth: 300 }));
    const { answer, stored } = apply({ name: 'member', day: 12 }, both.stored);
    const step = { name: { of: 'member-day' }, before: 24, after: 12 };
    expect(answer).toEqual({ kind: 'limits', steps: [step] });
    expect(stored).toEqual(withLimits({ memberDay: 12, memberMonth: 300 }));
    const month = apply({ name: 'member', month: 0 }, stored);
    expect(month.stored).toEqual(withLimits({ memberDay: 12 }));
  });

  it('cannot be set to nothing at all', () => {
    const { answer, settings } = apply({ name: 'member' }, withLimits({ memberDay: 12 }));
    expect(answer).toEqual({ kind: 'nothing-given' });
    expect(settings).toBeUndefined();
  });
});

describe.each([
  ['channel', 'channels', CHANNEL],
  ['role', 'roles', ROLE],
] as const)('a %s’s limit', (name, table, id) => {
  const change = (month: number, which: string = id): SettingsChange =>
    name === 'channel' ? { name, channel: which, month } : { name, role: which, month };

  it('is set, changed and taken away without touching another', () => {
    const first = apply(change(60, OTHER_ROLE)).stored;
    const second = apply(change(30), first);
    expect(second.stored).toEqual(withLimits({ [table]: { [OTHER_ROLE]: 60, [id]: 30 } }));
    const step = { name: { of: name, id }, before: 30, after: undefined };
    const third = apply(change(0), second.stored);
    expect(third.answer).toEqual({ kind: 'limits', steps: [step] });
    expect(third.stored).toEqual(first);
  });

  it('is one of 25 at most; those can still be changed and taken away', () => {
    const full = withLimits({ [table]: many(25) });
    expect(apply(change(6), withLimits({ [table]: many(24) })).settings).toBeDefined();
    expect(apply(change(6), full)).toMatchObject({
      answer: { kind: 'too-many', of: table },
      stored: undefined,
    });
    const [known = ''] = Object.keys(many(1));
    expect(apply(change(12, known), full).answer.kind).toBe('limits');
    expect(apply(change(0), full)).toMatchObject({ answer: { kind: 'limits' }, stored: full });
    expect(Object.keys(apply(change(0, known), full).stored?.limits[table] ?? {})).toHaveLength(24);
  });

  it('goes with all others of its sort, those of what was deleted as well', () => {
    const now = withLimits({ channels: { [CHANNEL]: 60 }, roles: { [ROLE]: 30 }, memberDay: 6 });
    const { answer, stored } = apply({ name: 'clear', limits: table }, now);
    const before = name === 'channel' ? 60 : 30;
    const steps = [{ name: { of: name, id }, before, after: undefined }];
    expect(answer).toEqual({ kind: 'cleared', of: table, steps });
    expect(stored).toEqual(withLimits({ ...now.limits, [table]: {} }));
  });
});

it('everybody’s role has no limit of its own', () => {
  const { answer, settings } = apply({ name: 'role', role: GUILD, month: 60 });
  expect(answer).toEqual({ kind: 'everyone' });
  expect(settings).toBeUndefined();
});

it('the log channel is named and left', () => {
  const named = apply({ name: 'log', channel: CHANNEL });
  expect(named.answer).toEqual({ kind: 'log', before: undefined, after: CHANNEL });
  expect(named.stored).toEqual({ ...NEW_SETTINGS, logChannel: CHANNEL });
  const left = apply({ name: 'log' }, named.stored);
  expect(left.answer).toEqual({ kind: 'log', before: CHANNEL, after: undefined });
  expect(left.stored).toEqual(NEW_SETTINGS);
});

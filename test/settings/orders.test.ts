import { describe, expect, it } from 'vitest';
import {
  isValueName,
  parseBudgetOrder,
  parseLimit,
  parseValue,
} from '../../src/settings/orders.ts';
import { CHANNEL, GUILD } from '../support/snowflakes.ts';

const MOST = 1_000_000_000;

describe('a limit', () => {
  it.each([
    [0, null],
    [1, 1],
    [MOST, MOST],
    [MOST + 1, undefined],
    [-1, undefined],
    [1.5, undefined],
    ['24', undefined],
    [Number.NaN, undefined],
    [undefined, undefined],
  ])('of %o is %o', (raw, limit) => {
    expect(parseLimit(raw)).toBe(limit);
  });
});

describe('a value', () => {
  it.each([
    ['cooldownSeconds', 0],
    ['cooldownSeconds', 86_400],
    ['queuePerMember', 4],
    ['review', 'flagged'],
    ['reviewChannel', CHANNEL],
    ['newMemberDays', 90],
    ['agePolicy', 'restricted-only'],
    ['stylePreset', 'origami'],
    ['aspectRatio', '9:21'],
    ['negativePrompt', 'x'.repeat(10_000)],
    ['retentionDays', 0],
    ['reportsToHide', 25],
    ['logChannel', CHANNEL],
  ] as const)('of %s can be %o', (name, raw) => {
    expect(isValueName(name)).toBe(true);
    expect(parseValue(name, raw)).toBe(raw);
  });

  it.each([
    ['cooldownSeconds', 86_401],
    ['queuePerMember', 3],
    ['review', 'sometimes'],
    ['reviewChannel', '../../1'],
    ['newMemberDays', 0],
    ['agePolicy', ''],
    ['stylePreset', 'none'],
    ['aspectRatio', '2:1'],
    ['negativePrompt', ''],
    ['negativePrompt', 'x'.repeat(10_001)],
    ['retentionDays', 366],
    ['reportsToHide', '3'],
    ['logChannel', true],
  ] as const)('of %s cannot be %o', (name, raw) => {
    expect(parseValue(name, raw)).toBeUndefined();
  });

  it.each(['', 'channels', 'limits', 'v', 'toString', '__proto__'])('has no name %o', (name) => {
    expect(isValueName(name)).toBe(false);
  });
});

describe('/budget', () => {
  it.each([
    ['show', {}],
    ['show', { server: GUILD }],
    ['set', { credits: 0 }],
    ['set', { credits: MOST, server: GUILD }],
    ['reset', { server: GUILD }],
  ])('%s with %o is understood', (name, options) => {
    expect(parseBudgetOrder(name, options)).toEqual({ name, ...options });
  });

  it.each([
    ['raise', {}],
    ['set', {}],
    ['set', { credits: -1 }],
    ['set', { credits: MOST + 1 }],
    ['show', { server: 'my server' }],
    ['reset', { server: `${GUILD}:x` }],
    ['reset', { server: '1234' }],
  ])('%s with %o is not', (name, options) => {
    expect(parseBudgetOrder(name, options)).toBeUndefined();
  });
});

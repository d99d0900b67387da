import { describe, expect, it } from 'vitest';
import { parseBudgetOrder, parseSettingsOrder } from '../../src/settings/orders.ts';
import { CHANNEL, GUILD, ROLE } from '../support/snowflakes.ts';

const MOST = 1_000_000_000;

describe('/settings', () => {
  it.each([
    ['show', {}],
    ['server', { month: 0 }],
    ['server', { month: MOST }],
    ['member', { day: 24 }],
    ['member', { month: 300 }],
    ['member', {}],
    ['channel', { channel: CHANNEL, month: 60 }],
    ['role', { role: ROLE, month: 60 }],
    ['clear', { limits: 'roles' }],
    ['log', { channel: CHANNEL }],
    ['log', {}],
  ])('%s with %o is understood', (name, options) => {
    expect(parseSettingsOrder(name, options)).toEqual({ name, ...options });
  });

  it.each([
    ['', {}],
    ['forget', {}],
    ['server', {}],
    ['server', { month: -1 }],
    ['server', { month: MOST + 1 }],
    ['server', { month: 1.5 }],
    ['server', { month: '24' }],
    ['member', { day: Number.NaN }],
    ['channel', { month: 60 }],
    ['channel', { channel: 'art', month: 60 }],
    ['role', { role: '../../1', month: 60 }],
    ['clear', { limits: 'members' }],
    ['log', { channel: true }],
  ])('%s with %o is not', (name, options) => {
    expect(parseSettingsOrder(name, options)).toBeUndefined();
  });

  it('cannot be another subcommand by an option of that name', () => {
    expect(parseSettingsOrder('show', { name: 'server', month: 1 })).toEqual({ name: 'show' });
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

import { describe, expect, it } from 'vitest';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import { settingsCard } from '../../src/words/settings-card.ts';
import { gaugeOf, MANY_IDS, overviewOf, SOME_CHANNEL, SOME_ROLE } from '../support/overview.ts';

const RENEWAL = Date.UTC(2026, 11, 1);
const RENEWS = `<t:${RENEWAL / 1000}:D> (<t:${RENEWAL / 1000}:R>)`;

const fieldsOf = (...given: Parameters<typeof overviewOf>) =>
  Object.fromEntries(
    settingsCard(overviewOf(...given), RENEWAL).fields.map(({ name, value }) => [name, value]),
  );

describe('the card', () => {
  it('shows what is set and what is used of it', () => {
    const settings = {
      ...NEW_SETTINGS,
      limits: { ...NEW_SETTINGS.limits, server: 1_000, memberDay: 24, memberMonth: 300 },
      logChannel: '3',
    };
    expect(fieldsOf([gaugeOf(SOME_CHANNEL, 12), gaugeOf(SOME_ROLE, 6)], settings)).toEqual({
      Budget: '3000 credits a month, as every server',
      'Own ceiling': '1000 credits a month',
      'Used this month': '24 credits, 6 held',
      'Each member': '24 credits a day, 300 credits a month',
      'Log channel': '<#3>',
      Channels: '<#1>: 12 of 60 credits used',
      Roles: '<@&2>: 6 of 60 credits used',
    });
  });

  it('says so where nothing is set', () => {
    expect(fieldsOf()).toMatchObject({
      'Own ceiling': 'none',
      'Each member': 'no limit',
      'Log channel': 'none: nobody is warned',
      Channels: 'no limits',
      Roles: 'no limits',
    });
    expect(settingsCard(overviewOf(), RENEWAL).description).toBe(
      `A picture takes 6 credits. Every month starts afresh; this one ends ${RENEWS}.`,
    );
  });
});

const parts = (['channel', 'role'] as const).flatMap((of) =>
  MANY_IDS.map((id) => ({ name: { of, id }, limit: 1_000_000_000, used: 1_000_000_000, held: 0 })),
);

it('every limit there can be', () => {
  const card = settingsCard(overviewOf(parts), RENEWAL);
  const texts = card.fields.flatMap(({ name, value }) => [name, value]);
  for (const { value } of card.fields) expect(value.length).toBeLessThanOrEqual(1_024);
  const length = [card.title, card.description, ...texts].join('').length;
  expect(length).toBeLessThanOrEqual(6_000);
  for (const id of MANY_IDS) {
    expect(texts.join()).toContain(`<#${id}>: 1000000000 of 1000000000 credits used`);
    expect(texts.join()).toContain(`<@&${id}>: 1000000000 of 1000000000 credits used`);
  }
});

import { describe, expect, it } from 'vitest';
import { NEW_SETTINGS, type ServerSettings } from '../../src/settings/documents.ts';
import { SECTIONS, type Section } from '../../src/settings/sections.ts';
import { settingsCard } from '../../src/words/settings-card.ts';
import {
  AROUND,
  gaugeOf,
  MANY_IDS,
  overviewOf,
  SOME_CHANNEL,
  SOME_ROLE,
} from '../support/overview.ts';

const RENEWAL = Date.UTC(2026, 11, 1);
const RENEWS = `<t:${RENEWAL / 1000}:D> (<t:${RENEWAL / 1000}:R>)`;

const PAGES = ['overview', ...(Object.keys(SECTIONS) as Section[])] as const;

const card = (section: Section, overview = overviewOf(), around = AROUND) =>
  settingsCard(section, overview, around, RENEWAL);

const fieldsOf = (...given: Parameters<typeof card>) =>
  Object.fromEntries(card(...given).fields.map(({ name, value }) => [name, value]));

describe('a page', () => {
  it.each(['overview', 'records'] as const)(
    '(%s) says that the log says nothing, and why',
    (page) => {
      const mute = { ...overviewOf(), mute: 'may-not-write' } as const;
      expect(card(page, mute).description).toMatch(
        /log channel was not told .*: the bot may not write there\. Give it Send Messages\.\*\* Every case/,
      );
      expect(card(page).description).not.toContain('not told');
    },
  );

  it('of limits shows what is set and what is used of it', () => {
    const limits = { ...NEW_SETTINGS.limits, server: 1_000, memberDay: 24 };
    expect(fieldsOf('limits', overviewOf([], { ...NEW_SETTINGS, limits }))).toEqual({
      Budget: '3000 credits a month, as every server',
      'Used this month': '24 credits, 6 held',
      'Own ceiling of the server': '1000 credits a month',
      'Each member, a day': '24 credits a day',
      'Each member, a month': 'no limit',
      Cooldown: '15 seconds, the usual',
      'Queue, each member': '8 pictures, the usual',
    });
    expect(card('limits').description).toContain(
      `A picture takes 6 credits. Every month starts afresh; this one ends ${RENEWS}.`,
    );
  });

  it('of channels’ and roles’ limits shows each, and that there are none', () => {
    expect(
      fieldsOf('shares', overviewOf([gaugeOf(SOME_CHANNEL, 12), gaugeOf(SOME_ROLE, 6)])),
    ).toEqual({
      Channels: '<#1>: 12 of 60 credits used',
      Roles: '<@&2>: 6 of 60 credits used',
    });
    expect(fieldsOf('shares')).toEqual({ Channels: 'no limits', Roles: 'no limits' });
  });

  it('shows what was deleted as such', () => {
    const things = { channels: new Map([['3', 'art']]), roles: new Map<string, string>() };
    const around = { ...AROUND, things };
    const settings = { ...NEW_SETTINGS, channels: ['1', '3', '4'], roles: ['2'], logChannel: '1' };
    const overview = overviewOf([gaugeOf(SOME_CHANNEL, 12), gaugeOf(SOME_ROLE, 6)], settings);
    expect(fieldsOf('place', overview, around)).toMatchObject({
      'Channels for /imagine': '<#3>, 2 deleted channels',
      'Roles that may use /imagine': 'a deleted role',
    });
    expect(fieldsOf('records', overview, around)['Log channel']).toBe('a deleted channel');
    expect(fieldsOf('shares', overview, around)).toEqual({
      Channels: 'a deleted channel: 12 of 60 credits used',
      Roles: 'a deleted role: 6 of 60 credits used',
    });
  });

  it('says that pictures cannot be reviewed where no channel is chosen, or it was deleted', () => {
    const missing = '**No review channel is chosen';
    const things = { channels: new Map([['1', 'art']]), roles: new Map<string, string>() };
    const around = { ...AROUND, things };
    const text = (more: Partial<ServerSettings>) =>
      card('review', overviewOf([], { ...NEW_SETTINGS, ...more }), around).description;
    expect(text({})).not.toContain(missing);
    expect(text({ review: 'everybody' })).toContain(missing);
    expect(text({ review: 'everybody', reviewChannel: '1' })).not.toContain(missing);
    expect(text({ review: 'everybody', reviewChannel: '2' })).toContain(missing);
  });

  it('shows the usual where nothing is set', () => {
    const shown = Object.assign({}, ...PAGES.slice(1).map((page) => fieldsOf(page))) as object;
    expect(shown).toMatchObject({
      'Channels for /imagine': 'everywhere',
      'Roles that may use /imagine': 'everybody',
      'Age restriction': 'anywhere, the usual',
      'Review before posting': 'off, the usual',
      'Review channel': 'none',
      'New members': 'for 7 days, the usual',
      'Reports that hide a picture': '3 members, the usual',
      Style: 'No style',
      Shape: 'Square 1:1',
      'Never in a picture': 'nothing',
      'Log channel': 'none',
      'Prompts in cases': 'kept for 30 days, the usual',
    });
  });
});

/** Everything as long as it can be. */
const FULL: ServerSettings = {
  v: 1,
  limits: {
    server: 999_999_999,
    memberDay: 999_999_999,
    memberMonth: 999_999_999,
    channels: Object.fromEntries(MANY_IDS.map((id) => [id, 1_000_000_000])),
    roles: Object.fromEntries(MANY_IDS.map((id) => [id, 1_000_000_000])),
  },
  channels: MANY_IDS,
  roles: MANY_IDS,
  cooldownSeconds: 86_400,
  queuePerMember: 100,
  review: 'new-members',
  reviewChannel: MANY_IDS[0],
  newMemberDays: 90,
  agePolicy: 'restricted-only',
  stylePreset: 'modeling-compound',
  aspectRatio: '21:9',
  negativePrompt: '*'.repeat(10_000),
  retentionDays: 365,
  reportsToHide: 25,
  logChannel: MANY_IDS[1],
};

it.each(PAGES)('everything there can be fits into the card of %s', (page) => {
  const parts = (['channel', 'role'] as const).flatMap((of) =>
    MANY_IDS.map((id) => ({
      name: { of, id },
      limit: 1_000_000_000,
      used: 1_000_000_000,
      held: 0,
    })),
  );
  const { title, description, fields } = card(page, overviewOf(parts, FULL));
  expect(fields.length).toBeLessThanOrEqual(25);
  for (const { name, value } of fields) {
    expect(name.length).toBeLessThanOrEqual(256);
    expect(value.length).toBeLessThanOrEqual(1_024);
    expect(value).not.toBe('');
  }
  const texts = fields.flatMap(({ name, value }) => [name, value]);
  expect([title, description, ...texts].join('').length).toBeLessThanOrEqual(6_000);
  for (const id of page === 'place' || page === 'shares' ? MANY_IDS : []) {
    expect(texts.join()).toContain(`<#${id}>`);
    expect(texts.join()).toContain(`<@&${id}>`);
  }
});

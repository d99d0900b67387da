import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/discord/command.ts';
import { caseCard } from '../../../src/discord/moderation/case-card.ts';
import { casesPage } from '../../../src/discord/moderation/cases-page.ts';
import type { MessageBody } from '../../../src/discord/rest/interaction-api.ts';
import { createReports } from '../../../src/moderation/reports.ts';
import { createSettings } from '../../../src/settings/settings.ts';
import { REPORT_OVER } from '../../../src/words/case-list.ts';
import { RULING_WORDS, STUCK_NOTE } from '../../../src/words/reports.ts';
import { MESSAGE, reported } from '../../support/hiding.ts';
import { after, DAY, moderation, newReport, NOON, report } from '../../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../../support/snowflakes.ts';

/** The buttons under an answer, by what they say. */
const labelsOf = ({ components = [] }: MessageBody) =>
  components.flatMap((row) =>
    'components' in row ? row.components.map((each) => ('label' in each ? each.label : '')) : [],
  );

/** A server's cases as a moderator sees them so many days later. */
async function office() {
  const { clock, store, cases } = await moderation();
  const settings = createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 });
  const reports = createReports(store, cases, () => {});
  const desk = { studio: { cases, settings }, reports } as unknown as Desk;
  const moderatorOn = (days: number) => {
    clock.now = NOON + days * DAY;
    return { interactionId: after(days * DAY), guildId: GUILD, userId: OTHER_USER, botId: '1' };
  };
  return {
    cases,
    settings,
    reports,
    card: (number: number, days: number) => caseCard(moderatorOn(days), number, desk),
    list: (days: number) => casesPage(moderatorOn(days), '', desk),
  };
}

it('shows what was typed for as long as the server keeps it by now', async () => {
  const { cases, settings, card } = await office();
  const facts = { kind: 'provider' as const };
  await cases.open(GUILD, report({ facts, excerpt: { text: 'A fox', keepDays: 30 } }));
  const shown = async (days: number) => JSON.stringify(await card(1, days));
  expect(await shown(5)).toContain('A fox');
  await settings.change(GUILD, (now) => ({
    answer: undefined,
    settings: { ...now, retentionDays: 5 },
  }));
  expect(await shown(4)).toContain('A fox');
  expect(await shown(5)).not.toContain('A fox');
});

it('says of reported pictures that they cannot be hidden, as long as that is so', async () => {
  const { cases, settings, reports, ...scene } = await reported(['refused']);
  const { keeper, reporting } = scene.boot();
  const desk = { studio: { cases, settings }, reports } as unknown as Desk;
  const isSaid = async () => {
    const at = { interactionId: after(), guildId: GUILD, userId: OTHER_USER, botId: '1' };
    return JSON.stringify(await caseCard(at, 1, desk)).includes(STUCK_NOTE);
  };
  expect(await isSaid()).toBe(false);
  await keeper.hide(GUILD, MESSAGE);
  expect(await isSaid()).toBe(true);
  await scene.file();
  await keeper.hide(GUILD, MESSAGE);
  expect(await isSaid()).toBe(false);
  await reporting.showAgain(scene.ruling);
  expect(await isSaid()).toBe(false);
});

describe('a report that nobody decides about', () => {
  const filed = newReport();

  it('can be decided about for a year, and says so no longer', async () => {
    const { reports, card, list } = await office();
    await reports.file(GUILD, filed);
    const { hide, delete: remove, block, dismiss } = RULING_WORDS;
    expect(labelsOf(await card(1, 364))).toEqual([hide, remove, block, dismiss]);
    expect(JSON.stringify(await list(364))).toContain('**open**');

    const over = await card(1, 366);
    expect(labelsOf(over)).toEqual([]);
    expect(JSON.stringify(over)).toContain(REPORT_OVER);
    expect(JSON.stringify(await list(366))).not.toContain('**open**');
  });

  it('offers what is hidden to be shown again for as long as it is kept', async () => {
    const { cases, reports, card } = await office();
    await reports.file(GUILD, filed);
    const facts = { kind: 'hide' as const, pictures: 1, reports: 3 };
    const link = { channel: CHANNEL, message: filed.messageId };
    await cases.open(GUILD, report({ facts, link }));
    expect(labelsOf(await card(2, 0))).toEqual([]);
    const files = [{ name: 'a.png', type: 'image/png', alt: null, data: 'AAAA' }];
    const hidden = { v: 1 as const, author: USER, content: 'A fox', files };
    await reports.keepHidden(GUILD, filed.messageId, hidden);
    expect(labelsOf(await card(2, 29))).toEqual([RULING_WORDS.show]);
    expect(labelsOf(await card(2, 31))).toEqual([]);
  });
});

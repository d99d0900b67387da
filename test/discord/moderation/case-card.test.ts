import { expect, it } from 'vitest';
import { RULING_WORDS, STUCK_NOTE } from '../../../src/words/reports.ts';
import type { Desk } from '../../../src/discord/command.ts';
import { caseCard } from '../../../src/discord/moderation/case-card.ts';
import { createReports } from '../../../src/moderation/reports.ts';
import { createSettings } from '../../../src/settings/settings.ts';
import { MESSAGE, reported } from '../../support/hiding.ts';
import { after, DAY, moderation, report } from '../../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER } from '../../support/snowflakes.ts';

it('offers to show again what is hidden, and only that', async () => {
  const { store, cases } = await moderation();
  const settings = createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 });
  const reports = createReports(store, cases, () => {});
  const desk = { studio: { cases, settings }, reports } as unknown as Desk;
  const link = { channel: CHANNEL, message: after() };
  const facts = { kind: 'hide', pictures: 1, reports: 3 } as const;
  await cases.open(GUILD, report({ actor: 'bot', facts, link }));
  const at = { interactionId: after(DAY), guildId: GUILD, userId: OTHER_USER, botId: '1' };
  const shown = async () => JSON.stringify((await caseCard(at, 1, desk)).components);
  expect(await shown()).toBe('[]');
  const file = { name: 'a.png', type: 'image/png', alt: null, data: 'QQ==' };
  const hidden = { v: 1, author: null, content: 'A fox', files: [file] } as const;
  await reports.keepHidden(GUILD, link.message, { ...hidden, files: [file] });
  expect(await shown()).toContain(RULING_WORDS.show);
});

it('shows what was typed for as long as the server keeps it by now', async () => {
  const { store, cases } = await moderation();
  const settings = createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 });
  const reports = createReports(store, cases, () => {});
  const desk = { studio: { cases, settings }, reports } as unknown as Desk;
  const facts = { kind: 'provider' as const };
  await cases.open(GUILD, report({ facts, excerpt: { text: 'A fox', keepDays: 30 } }));
  const shown = async (days: number) => {
    const at = { interactionId: after(days * DAY), guildId: GUILD, userId: OTHER_USER, botId: '1' };
    return JSON.stringify(await caseCard(at, 1, desk));
  };
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

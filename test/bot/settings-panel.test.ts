import { describe, expect, it } from 'vitest';
import { Permission } from '../../playground/discord/index.ts';
import {
  channelRefused,
  REVIEW_CHANNEL_HELLO,
  SETTINGS_NOT_ALLOWED,
} from '../../src/words/settings.ts';
import { imagineToTheEnd } from '../support/bot-jobs.ts';
import { fieldOf, settings, settingsPanel } from '../support/bot-limits.ts';
import { expectNoViolations, imagine, setStage, type Stage } from '../support/stage.ts';

/** What the log channel was told after its first message. */
const told = ({ discord }: Stage) =>
  discord
    .messages(discord.world.channels.log, discord.world.people.manager)
    .slice(1)
    .map(({ content }) => content);

/** Waits until the log channel has been told so many things. */
async function toldAll(stage: Stage, count: number) {
  await expect.poll(() => told(stage).length).toBe(count);
  return told(stage);
}

describe('the panel', () => {
  it('changes one thing after another, each with a case, and shows what is so now', async () => {
    const stage = await setStage();
    const { people, channels, roles } = stage.discord.world;
    const { art, sketches, log } = channels;
    await settings(stage, { logChannel: [log] });
    const panel = await settingsPanel(stage);
    expect(panel.now().embeds[0]?.title).toBe('Settings of this server');

    await panel.page('place');
    const where = await panel.choose('names:channels', art, sketches);
    expect(fieldOf(where, 'Channels for /imagine')).toBe(`<#${art.id}>, <#${sketches.id}>`);
    expect(where.content).toBe(
      `**Channels for /imagine**: <#${art.id}>, <#${sketches.id}> (before: everywhere).`,
    );
    const who = await panel.choose('names:roles', roles.painters);
    expect(fieldOf(who, 'Roles that may use /imagine')).toBe(`<@&${roles.painters.id}>`);
    await panel.choose('value:agePolicy', 'unrestricted-only');
    expect(await imagine(stage).settled()).toMatchObject({
      content: expect.stringContaining(`<@&${roles.painters.id}>`) as string,
    });

    await panel.page('limits');
    const form = await panel.open('amounts');
    const paced = await panel.send(form, { cooldownSeconds: '2', memberDay: '24' });
    expect(paced.content.split('\n')).toEqual([
      '**Each member, a day**: 24 credits a day (before: no limit).',
      '**Cooldown**: 2 seconds (before: none, the usual).',
    ]);

    await panel.page('review');
    await panel.choose('value:review', 'new-members');
    const days = await panel.open('days');
    const reviewed = await panel.send(days, { newMemberDays: '3', reportsToHide: '5' });
    expect(fieldOf(reviewed, 'New members')).toBe('for 3 days');
    expect(fieldOf(reviewed, 'Reports that hide a picture')).toBe('5 members');
    await panel.page('records');
    const kept = await panel.send(await panel.open('records'), { retentionDays: '0' });
    expect(fieldOf(kept, 'Prompts in cases')).toBe('not kept');
    const calm = await panel.choose('reset:records', 'value:retentionDays');
    expect(fieldOf(calm, 'Prompts in cases')).toBe('kept for 30 days, the usual');

    const cases = await toldAll(stage, 11);
    const by = `<@${people.manager.id}> changed`;
    expect(cases[1]).toContain(
      `**Case 2** · ${by} Channels for \\/imagine from “everywhere” to <#`,
    );
    expect(cases[2]).toContain(`from “everybody” to <@&${roles.painters.id}>`);
    expect(cases[4]).toContain(`${by} Each member, a day from “no limit” to “24 credits a day”`);
    expect(cases[10]).toContain('from “not kept” to “kept for 30 days');
    await stage.bot.stop();
    const again = { ...stage, bot: await stage.again() };
    const shown = await settings(again);
    expect(fieldOf(shown, 'Who and where')).toContain('Age restriction: no age-restricted channel');
    expectNoViolations(stage);
  });

  it('loses nothing where two managers change things at once', async () => {
    const stage = await setStage();
    const { people, channels } = stage.discord.world;
    const { art, sketches, afterDark } = channels;
    await settings(stage, { memberDay: 24, channels: [art] });
    const mine = await settingsPanel(stage);
    const theirs = await settingsPanel(stage, { by: people.owner });
    await Promise.all([mine.page('limits'), theirs.page('limits')]);
    const [one, other] = await Promise.all([mine.open('amounts'), theirs.open('amounts')]);
    await mine.send(one, { memberDay: '30' });
    await theirs.send(other, { memberMonth: '300', cooldownSeconds: '5' });
    const now = await mine.page('limits');
    expect(fieldOf(now, 'Each member, a day')).toBe('30 credits a day');
    expect(fieldOf(now, 'Each member, a month')).toBe('300 credits a month');
    expect(fieldOf(now, 'Cooldown')).toBe('5 seconds');

    await Promise.all([mine.page('place'), theirs.page('place')]);
    await mine.choose('names:channels', art, sketches);
    // This menu still shows the first channel alone.
    const both = await theirs.choose('names:channels', art, afterDark);
    const all = [art, sketches, afterDark].map(({ id }) => `<#${id}>`).join(', ');
    expect(fieldOf(both, 'Channels for /imagine')).toBe(all);
    const fewer = await mine.choose('names:channels', sketches);
    const left = [sketches, afterDark].map(({ id }) => `<#${id}>`).join(', ');
    expect(fieldOf(fewer, 'Channels for /imagine')).toBe(left);
    expectNoViolations(stage);
  });

  it('shows what was deleted as such, and takes it away', async () => {
    const stage = await setStage();
    const { world } = stage.discord;
    const { art, sketches, log } = world.channels;
    const { painters } = world.roles;
    await settings(stage, {
      logChannel: [log],
      channels: [art, sketches],
      roles: [painters],
      shares: [
        ['channels', sketches, 60],
        ['roles', painters, 30],
      ],
    });
    for (const channel of [sketches, log]) world.removeChannel(channel);
    world.removeRole(world.guilds.studio, painters);
    const panel = await settingsPanel(stage);
    expect(fieldOf(panel.now(), 'Log and records')).toContain('Log channel: a deleted channel');
    const place = await panel.page('place');
    expect(fieldOf(place, 'Channels for /imagine')).toBe(`<#${art.id}>, a deleted channel`);
    expect(fieldOf(place, 'Roles that may use /imagine')).toBe('a deleted role');
    const cleared = await panel.choose('reset:place', 'gone:channels', 'gone:roles');
    expect(fieldOf(cleared, 'Channels for /imagine')).toBe(`<#${art.id}>`);
    expect(fieldOf(cleared, 'Roles that may use /imagine')).toBe('everybody');
    const shares = await panel.page('shares');
    expect(fieldOf(shares, 'Channels')).toBe('a deleted channel: 0 of 60 credits used');
    await panel.choose('reset:channels', `share:channels:${sketches.id}`);
    const none = await panel.choose('reset:roles', `share:roles:${painters.id}`);
    expect([fieldOf(none, 'Channels'), fieldOf(none, 'Roles')]).toEqual(['no limits', 'no limits']);
    await panel.page('records');
    const unlogged = await panel.choose('reset:records', 'value:logChannel');
    expect(fieldOf(unlogged, 'Log channel')).toBe('none');
    expectNoViolations(stage);
  });

  it('refuses who lost the permission between click and confirm, and changes nothing', async () => {
    const stage = await setStage();
    const { people, guilds } = stage.discord.world;
    const panel = await settingsPanel(stage);
    await panel.page('limits');
    const form = await panel.open('amounts');
    guilds.studio.members.get(people.manager.id)?.roleIds.splice(0);
    const { id } = panel;
    const by = people.manager;
    for (const use of [
      () => stage.discord.submit(form, { values: { memberDay: '6' } }),
      () => stage.discord.click({ message: id, button: 'settings:form:amounts', by }),
      () => stage.discord.select({ message: id, menu: 'settings:page:all', values: ['place'], by }),
    ]) {
      expect((await use().settled()).content).toBe(SETTINGS_NOT_ALLOWED);
    }
    const seen = await settings(stage, {}, { by: people.owner });
    expect(fieldOf(seen, 'Limits and pace')).toContain('Each member, a day: no limit');
    expectNoViolations(stage);
  });
});

describe('a channel for the bot to post in', () => {
  it('is tried first, for pictures where it is for review', async () => {
    const stage = await setStage();
    const { world } = stage.discord;
    const { review, log, noBots } = world.channels;
    const panel = await settingsPanel(stage, { by: world.people.owner });
    await panel.page('records');
    const unseen = await panel.choose('value:logChannel', noBots);
    expect(unseen.content).toBe(channelRefused(noBots.id, 'may-not-see', false));
    const named = await panel.choose('value:logChannel', log);
    expect(fieldOf(named, 'Log channel')).toBe(`<#${log.id}>`);

    await panel.page('review');
    const { ViewChannel, AttachFiles } = Permission;
    world.overwrite(review, world.bot, { allow: ViewChannel, deny: AttachFiles });
    const mute = await panel.choose('value:reviewChannel', review);
    expect(mute.content).toBe(channelRefused(review.id, 'may-not-write', true));
    expect(fieldOf(mute, 'Review channel')).toBe('none');
    world.overwrite(review, world.bot, { allow: ViewChannel });
    const open = await panel.choose('value:reviewChannel', review);
    expect(fieldOf(open, 'Review channel')).toBe(`<#${review.id}>`);
    const [hello] = stage.discord.messages(review, world.people.owner);
    expect(hello).toMatchObject({ content: REVIEW_CHANNEL_HELLO, attachments: [] });
    const none = await panel.choose('value:reviewChannel');
    expect(fieldOf(none, 'Review channel')).toBe('none');
    expectNoViolations(stage);
  });
});

/** Style, shape and negative prompt of what the service was asked for. */
const orders = ({ service }: Stage) =>
  service.requests.map(({ body }) => {
    const { style_preset, aspect_ratio, negative_prompt } = JSON.parse(body) as Record<
      string,
      string
    >;
    return [style_preset, aspect_ratio, negative_prompt];
  });

describe('a server’s defaults', () => {
  it('hold where a member chose nothing, and what is enforced is in every picture', async () => {
    const stage = await setStage();
    const { people, channels } = stage.discord.world;
    const place = { by: people.member, in: channels.art };
    await settings(stage, {
      values: { stylePreset: 'origami', aspectRatio: '16:9' },
      negativePrompt: 'gore, blood',
    });
    const first = await imagineToTheEnd(stage, { prompt: 'A fox' }, place);
    expect(first.message.content).not.toContain('gore');
    const own = { prompt: 'A fox', aspect_ratio: '1:1', style_preset: 'none' };
    const typed = await imagineToTheEnd(stage, { ...own, negative_prompt: 'fog' }, place);
    expect(typed.message.content).toContain('Without: fog');
    await stage.discord
      .use({ command: 'style set', options: { style_preset: 'anime' }, ...place })
      .settled();
    await imagineToTheEnd(stage, { prompt: 'A fox' }, place);

    const none = { style_preset: 'none', aspect_ratio: '1:1' };
    await stage.discord.use({ command: 'style set', options: none, ...place }).settled();
    await imagineToTheEnd(stage, { prompt: 'A fox' }, place);

    const again = stage.discord.click({ message: typed.message, button: 'Again', by: place.by });
    await again.settled({ when: ({ attachments }) => attachments.length > 0, withinMs: 20_000 });
    const edit = stage.discord.click({ message: typed.message, button: 'Edit…', by: place.by });
    await edit.answered;
    expect(JSON.stringify(edit.modal)).toContain('"fog"');
    expect(JSON.stringify(edit.modal)).not.toContain('gore');
    const edited = stage.discord.submit(edit, { values: {} });
    await edited.settled({ when: ({ attachments }) => attachments.length > 0, withinMs: 20_000 });

    const both = 'gore, blood, fog';
    expect(orders(stage)).toEqual([
      ['origami', '16:9', 'gore, blood'],
      [undefined, '1:1', both],
      ['anime', '16:9', 'gore, blood'],
      [undefined, '1:1', 'gore, blood'],
      [undefined, '1:1', both],
      [undefined, '1:1', both],
    ]);
    expectNoViolations(stage);
  });
});

import { describe, expect, it } from 'vitest';
import { ASPECT_RATIOS, STYLE_PRESETS } from '../../src/image-api/contract.ts';
import { BUTTON_LABELS, BUTTON_WORDS } from '../../src/words/buttons.ts';
import { booksOf, jobEnd } from '../support/bot-jobs.ts';
import { ordersOf, press, shownPicture, strangerIn } from '../support/buttons.ts';
import { labelsOf } from '../support/labels.ts';
import { credits, expectNoViolations, imagine } from '../support/stage.ts';

const ASKED = { prompt: 'A fox', negative_prompt: 'snow', style_preset: 'origami', seed: 41 };

describe('under a picture', () => {
  it('there are seven buttons, in the request that brought it', async () => {
    const { stage, message } = await shownPicture(ASKED);
    expect(message.components.map(({ components }) => components?.length)).toEqual([5, 2]);
    expect(labelsOf(message)).toEqual(Object.values(BUTTON_LABELS));
    const edits = stage.discord.traffic.rest('PATCH /webhooks/:app/:token/messages/@original');
    expect(edits).toHaveLength(1);
    expectNoViolations(stage);
  });

  it('Again makes the same with a new seed, charged again, and says where it comes from', async () => {
    const { stage, place, message } = await shownPicture(ASKED);
    const click = press(stage, message, 'again', place.by);
    expect(await click.answered).toBe(5);
    const next = await click.settled();
    await jobEnd(stage, click, 'delivered');
    const [first, second] = ordersOf(stage);
    expect(second).toEqual({ ...first, seed: expect.any(Number) });
    expect(second?.['seed']).not.toBe(41);
    expect(next.message_reference?.message_id).toBe(message.id);
    expect(next.content).toContain(
      `https://discord.com/channels/${place.in.guildId}/${place.in.id}/${message.id}`,
    );
    expect(labelsOf(next)).toEqual(Object.values(BUTTON_LABELS));
    expect(await booksOf(stage, place)).toEqual({ used: 12, held: 0 });
    expectNoViolations(stage);
  });

  it('More like this makes four, each with its own seed', async () => {
    const { stage, place, message } = await shownPicture(ASKED);
    const click = press(stage, message, 'more', place.by);
    expect((await click.settled()).attachments).toHaveLength(4);
    await jobEnd(stage, click, 'delivered');
    const seeds = ordersOf(stage).map(({ seed }) => seed);
    expect(new Set(seeds).size).toBe(5);
    expect(await booksOf(stage, place)).toEqual({ used: 30, held: 0 });
    expectNoViolations(stage);
  });

  it.each([
    ['style', 'pixel-art', { style_preset: 'pixel-art' }, 18],
    ['style', 'none', { style_preset: undefined }, 18],
    ['shape', '16:9', { aspect_ratio: '16:9', width: 1024, height: 576 }, 9],
  ] as const)('%s → %s makes it so with the same seed', async (button, value, change, offered) => {
    const { stage, place, message } = await shownPicture(ASKED);
    const list = await press(stage, message, button, place.by).settled();
    const [menu] = list.components.flatMap(({ components = [] }) => components);
    expect(menu?.options).toHaveLength(offered);
    expect(menu?.options?.find(({ description }) => description)?.value).toBe(
      button === 'style' ? 'origami' : '1:1',
    );
    expect(stage.discord.messages(place.in)).not.toContainEqual(list);

    const pick = stage.discord.select({ message: list, values: [value], by: place.by });
    const next = await pick.settled();
    await jobEnd(stage, pick, 'delivered');
    expect(next.attachments).toHaveLength(1);
    expect(next.content).toContain(`/${message.id})`);
    const [first, second] = ordersOf(stage);
    expect(second).toEqual(JSON.parse(JSON.stringify({ ...first, ...change })));
    expect(await booksOf(stage, place)).toEqual({ used: 12, held: 0 });
    expectNoViolations(stage);
  });

  it('Details shows everything to who pressed it, with the command that makes it again', async () => {
    const { stage, place, message } = await shownPicture({ ...ASKED, count: 2 });
    const stranger = strangerIn(stage, place);
    const card = await press(stage, message, 'details', stranger).settled();
    const [embed] = card.embeds;
    expect(embed?.description).toContain(
      '```\n/imagine prompt:A fox negative_prompt:snow style_preset:Origami aspect_ratio:Square 1:1 seed:41 count:2\n```',
    );
    const fields = Object.fromEntries(
      (embed?.fields ?? []).map(({ name, value }) => [name, value]),
    );
    expect(fields).toMatchObject({
      Style: STYLE_PRESETS['origami'],
      Shape: ASPECT_RATIOS['1:1'],
      Seeds: '41, 42',
      'Asked by': `<@${place.by.id}>`,
    });
    expect(stage.discord.messages(place.in, place.by)).not.toContainEqual(card);
    expect(stage.service.requests).toHaveLength(2);
    expectNoViolations(stage);
  });
});

describe('a click by somebody else', () => {
  it('makes a picture of their own, on their own account', async () => {
    const { stage, place, message } = await shownPicture(ASKED);
    const stranger = strangerIn(stage, place);
    const click = press(stage, message, 'again', stranger);
    const next = await click.settled();
    await jobEnd(stage, click, 'delivered');
    expect(next.content).toContain(`asked by <@${stranger.id}>`);
    expect(await credits(stage, stranger, place.in)).toMatchObject({
      Used: '12 credits',
      You: 'You have used 6 credits of them.',
    });
    expectNoViolations(stage);
  });
});

describe('two clicks at once', () => {
  it('are two jobs, each held and paid', async () => {
    const { stage, place, message } = await shownPicture();
    const clicks = [1, 2].map(() => press(stage, message, 'again', place.by));
    await Promise.all(clicks.map((click) => jobEnd(stage, click, 'delivered')));
    expect(await booksOf(stage, place)).toEqual({ used: 18, held: 0 });
    expectNoViolations(stage);
  });

  it('are one where members must wait between two pictures', async () => {
    const { stage, place, message } = await shownPicture({}, { env: { COOLDOWN_SECONDS: '3600' } });
    const told = await press(stage, message, 'again', place.by).settled();
    expect(told.content).toMatch(/^One at a time/);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });

  it('are one where the same event comes twice', async () => {
    const { stage, place, message } = await shownPicture();
    stage.discord.gateway.duplicateNext(1);
    const click = press(stage, message, 'again', place.by);
    await jobEnd(stage, click, 'delivered');
    expect(await booksOf(stage, place)).toEqual({ used: 12, held: 0 });
  });
});

describe('what no client would send', () => {
  it('a record that does not exist: the member is told how to go on', async () => {
    const { stage, place, message } = await shownPicture();
    const raw = { data: { component_type: 2, custom_id: 'again:never-there', id: 1 } };
    const told = await press(stage, message, 'again', place.by, { raw }).settled();
    expect(told.content).toBe(BUTTON_WORDS.gone);
    expect(stage.discord.messages(place.in)).not.toContainEqual(told);
  });

  it('a record of another server: nothing of it is told', async () => {
    const { stage, message } = await shownPicture(ASKED);
    const { member } = stage.discord.world.people;
    const here = await imagine(stage).settled();
    const [first] = message.components[0]?.components ?? [];
    const id = first?.custom_id?.replace('again', 'details');
    const raw = { data: { component_type: 2, custom_id: id, id: 1 } };
    const told = await press(stage, here, 'details', member, { raw }).settled();
    expect(JSON.stringify(told)).toContain('A lighthouse on a cliff');
    expect(JSON.stringify(told)).not.toContain(ASKED.prompt);
    const again = { data: { ...raw.data, custom_id: id?.replace('details', 'again') } };
    const refused = await press(stage, here, 'again', member, { raw: again }).settled();
    expect(refused.content).toBe(BUTTON_WORDS.gone);
  });

  it('a style that is not offered: it is refused to the member alone', async () => {
    const { stage, place, message } = await shownPicture();
    const list = await press(stage, message, 'style', place.by).settled();
    const [menu] = list.components.flatMap(({ components = [] }) => components);
    const data = { component_type: 3, custom_id: menu?.custom_id, id: 1, values: ['oil-paint'] };
    const values = ['anime'];
    const pick = stage.discord.select({ message: list, values, by: place.by, raw: { data } });
    const told = await pick.settled();
    expect(told.content).toMatch(/^This style is not offered.*Nothing was charged/);
    expect(stage.discord.messages(place.in)).not.toContainEqual(told);
    expect(stage.service.requests).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { EDIT_WORDS } from '../../src/words/edit.ts';
import { booksOf, jobEnd } from '../support/bot-jobs.ts';
import { ordersOf, press, shownPicture } from '../support/buttons.ts';
import { expectNoViolations } from '../support/stage.ts';

const ASKED = {
  prompt: 'A fox',
  negative_prompt: 'snow',
  style_preset: 'origami',
  aspect_ratio: '16:9',
  seed: 41,
};

/** The form that Edit… opens, and a way to send it. */
async function opened(asked: Parameters<typeof shownPicture>[0] = ASKED) {
  const scene = await shownPicture(asked);
  const { stage, place, message } = scene;
  const opener = press(stage, message, 'edit', place.by);
  expect(await opener.answered).toBe(9);
  const send = (values: Record<string, string | string[]> = {}, raw?: Record<string, unknown>) =>
    stage.discord.submit(opener, { values, ...(raw && { raw }) });
  const fields = (opener.modal?.components ?? []).map(({ component }) => [
    component?.custom_id,
    component?.value ?? component?.options?.find((option) => option.default)?.value,
  ]);
  return { ...scene, send, fields: Object.fromEntries(fields) as Record<string, unknown> };
}

describe('Edit…', () => {
  it('opens a form with everything filled in', async () => {
    const { stage, fields } = await opened();
    expect(fields).toEqual({
      prompt: 'A fox',
      negative_prompt: 'snow',
      style_preset: 'origami',
      seed: '41',
      count: '1',
    });
    expectNoViolations(stage);
  });

  it('makes the same picture where nothing was changed', async () => {
    const { stage, place, send, message } = await opened();
    const job = send();
    const next = await job.settled();
    await jobEnd(stage, job, 'delivered');
    const [first, second] = ordersOf(stage);
    expect(second).toEqual(first);
    expect(next.content).toContain(`/${message.id})`);
    expect(next.message_reference?.message_id).toBe(message.id);
    expect(await booksOf(stage, place)).toEqual({ used: 12, held: 0 });
    expectNoViolations(stage);
  });

  it('makes what was written, and random seeds where none is', async () => {
    const { stage, place, send } = await opened();
    const job = send({
      prompt: 'An owl',
      negative_prompt: '',
      style_preset: ['none'],
      seed: '',
      count: ['3'],
    });
    expect((await job.settled()).attachments).toHaveLength(3);
    await jobEnd(stage, job, 'delivered');
    const orders = ordersOf(stage).slice(1);
    for (const order of orders) {
      expect(order).toMatchObject({
        prompt: 'An owl',
        aspect_ratio: '16:9',
        width: 1024,
        height: 576,
      });
      expect(order).not.toHaveProperty('negative_prompt');
      expect(order).not.toHaveProperty('style_preset');
    }
    expect(new Set([41, ...orders.map(({ seed }) => seed)]).size).toBe(4);
    expect(await booksOf(stage, place)).toEqual({ used: 24, held: 0 });
    expectNoViolations(stage);
  });

  it.each([
    ['seed', 'lucky', /^The seed must be a whole number/],
    ['seed', '4294967295', /^The seed must be a whole number/],
    ['prompt', ' \u200b ', /^The prompt is empty/],
  ])(
    'refuses the %s %j, to the member alone and before anything is held',
    async (field, value, told) => {
      const { stage, place, send } = await opened();
      const answer = await send({ [field]: value }).settled();
      expect(answer.content).toMatch(told);
      expect(answer.content).toContain('Nothing was charged.');
      expect(stage.discord.messages(place.in)).toHaveLength(1);
      expect(stage.service.requests).toHaveLength(1);
    },
  );

  it.each([
    ['a prompt over every limit', { prompt: 'x'.repeat(20_000) }, /^The prompt is longer/],
    ['a style nobody offers', { style_preset: 'oil-paint' }, /^This style is not offered/],
    ['a count nobody offers', { count: '40' }, /^You can ask for 1 to 4/],
    ['no prompt at all', {}, /^The prompt is empty/],
  ])('refuses what no client would send: %s', async (_, values, told) => {
    const { stage, place, send, message } = await opened();
    const [, id] = (message.components[0]?.components?.[0]?.custom_id ?? '').split(':');
    const texts = { ...(told.source.includes('empty') ? {} : { prompt: 'A fox' }), ...values };
    const components = Object.entries({ count: '1', ...texts }).map(([name, value]) => ({
      type: 18,
      id: 1,
      component: { type: 4, id: 2, custom_id: name, value },
    }));
    const raw = { data: { custom_id: `edit-form:${id}`, components } };
    expect((await send({}, raw).settled()).content).toMatch(told);
    expect(stage.discord.messages(place.in)).toHaveLength(1);
  });

  it('says so where a prompt is longer than a form takes', async () => {
    const { stage, place, message } = await shownPicture({ prompt: 'fox '.repeat(1_100).trim() });
    const told = await press(stage, message, 'edit', place.by).settled();
    expect(told.content).toBe(EDIT_WORDS.tooLong);
    const card = await press(stage, message, 'details', place.by).settled();
    const [file] = card.attachments;
    const text = file && stage.discord.file(file)?.bytes.toString();
    expect(text).toMatch(
      /^\/imagine prompt:fox fox .* fox negative_prompt:none style_preset:No style/,
    );
    expectNoViolations(stage);
  });
});

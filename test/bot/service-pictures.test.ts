import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import { byPrompt, callsFor, html, sends } from '../support/bot-services.ts';
import { jpegShell, tinyPng, webpShell } from '../support/image-files.ts';
import { sendFailure, sendPicture } from '../support/image-service.ts';
import { expectNoViolations, type Handler, openStage, paintAsAsked } from '../support/stage.ts';

const jpeg = jpegShell(1024, 1024);
const webp = webpShell('VP8X', 1024, 1024);
const png = tinyPng(64, 64);

/** Fails the calls of these positions, counted from 1. */
const failing =
  (positions: readonly number[], failure: Handler): Handler =>
  (request, response, count) =>
    (positions.includes(count) ? failure : paintAsAsked)(request, response, count);

const scripts: Readonly<Record<string, Handler>> = {
  'A JPEG': sends(jpeg),
  'A WebP': sends(webp),
  'A PNG with a tail': sends(Buffer.concat([png, Buffer.from('<script>')])),
  'Own size': (_, response) => sendPicture(response, tinyPng(1152, 896), 5),
  'Own seed': (_, response) => sendPicture(response, png, '77'),
  'One is lost': failing([2], html(500)),
  'Two are lost': (request, response, count) => {
    if (count === 1) html(502)(request, response, count);
    else if (count === 3) sendFailure(response, 403, 'content policy');
    else paintAsAsked(request, response, count);
  },
  'All are lost': html(500),
};

describe('what the service makes', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    const env = { PICTURE_METADATA: 'none' };
    set = await openStage({ service: byPrompt(scripts), env });
  });

  afterAll(() => set.close());

  it.each([
    ['A JPEG', 'a-jpeg-1.jpg', 'image/jpeg', jpeg],
    ['A WebP', 'a-webp-1.webp', 'image/webp', webp],
    ['A PNG with a tail', 'a-png-with-a-tail-1.png', 'image/png', png],
  ])('%s arrives as the file it is', async (prompt, filename, type, bytes) => {
    const { stage } = set;
    const { message } = await imagineToTheEnd(stage, { prompt }, newcomer(stage));
    expect(message.attachments).toMatchObject([{ filename, content_type: type }]);
    const [attachment = { id: '' }] = message.attachments;
    expect(stage.discord.file(attachment)?.bytes.equals(bytes)).toBe(true);
    expectNoViolations(stage);
  });

  it('is shown with the size and the seed that it has, not those asked for', async () => {
    const { stage } = set;
    const size = await imagineToTheEnd(stage, { prompt: 'Own size', seed: 5 }, newcomer(stage));
    expect(size.message.attachments).toMatchObject([{ width: 1152, height: 896 }]);
    expect(size.message.content).toContain(' · 1152 × 896 · seed 5 · ');

    const seed = await imagineToTheEnd(stage, { prompt: 'Own seed', seed: 5 }, newcomer(stage));
    expect(seed.message.content).toContain(' · seed 77 · ');
    expect(seed.message.attachments).toMatchObject([{ filename: 'own-seed-77.png' }]);
  });

  it.each([
    [
      'One is lost',
      3,
      '1 of 4 pictures is missing: the image service had a problem. Only the 3 shown were charged.',
    ],
    [
      'Two are lost',
      2,
      /^2 of 4 pictures are missing: the image service(’s content filter refused it; the image service had a problem| had a problem; the image service’s content filter refused it)\. Only the 2 shown were charged\.$/,
    ],
  ])('%s: the others are delivered and charged', async (prompt, made, missing) => {
    const { stage } = set;
    const place = newcomer(stage);
    const { message, end } = await imagineToTheEnd(stage, { prompt, count: 4 }, place);
    expect(message.attachments).toHaveLength(made);
    const [, , line = ''] = message.content.split('\n');
    expect(line).toMatch(missing);
    expect(end).toMatchObject({ result: 'delivered', pictures: made, captured: made * 6 });
    expect(callsFor(stage, prompt)).toHaveLength(4);
    expect(await booksOf(stage, place)).toEqual({ used: made * 6, held: 0 });
    expectNoViolations(stage);
  });

  it('is nothing: nothing is charged', async () => {
    const { stage } = set;
    const place = newcomer(stage);
    const { message } = await imagineToTheEnd(stage, { prompt: 'All are lost', count: 4 }, place);
    expect(message.content).toBe(
      'There are no pictures: the image service had a problem. Nothing was charged. Please try again in a few minutes.',
    );
    expect(callsFor(stage, 'All are lost')).toHaveLength(4);
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  });
});

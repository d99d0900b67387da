import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import { byPrompt, callsFor, sends } from '../support/bot-services.ts';
import { sendPicture } from '../support/image-service.ts';
import { commentIn, difference, noise, noisePng, withPixelData } from '../support/pictures.ts';
import { expectNoViolations, type Handler, openStage } from '../support/stage.ts';

const TOO_LARGE =
  'Your picture was made, but the file is larger than this server accepts. Nothing was charged. Please try another shape or style.';

const large = await noisePng(320);
const small = await noisePng(32);
const jpeg = await noise(320).jpeg({ quality: 100 }).toBuffer();
const damaged = withPixelData(large, (data) => data.fill(0x5a, 50_000, 60_000));

/** Takes none of the files as they come, and every WebP of them. */
const LIMIT = 100_000;

const scripts: Readonly<Record<string, Handler>> = {
  'A large PNG': (_, response) => sendPicture(response, large, 5),
  'A large JPEG': sends(jpeg),
  'Large and small': (_, response, count) =>
    sendPicture(response, count === 1 ? large : small, count),
  'A damaged PNG': sends(damaged),
};

describe('a file that is larger than the server accepts', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    set = await openStage({ service: byPrompt(scripts) });
  });
  afterAll(() => set.close());

  /** Asks once in a new server; what is shown there, and what it cost. */
  async function ask(prompt: string, attachmentSizeLimit = LIMIT, count = 1) {
    const { stage } = set;
    const place = newcomer(stage, { attachmentSizeLimit });
    const { message, end } = await imagineToTheEnd(stage, { prompt, count }, place);
    const [attachment] = message.attachments;
    const file = attachment && Buffer.from(await (await fetch(attachment.url)).arrayBuffer());
    return { message, end, attachment, file, books: await booksOf(stage, place) };
  }

  it('arrives as a WebP of the same picture, which is said, and is charged once', async () => {
    const { message, end, attachment, file, books } = await ask('A large PNG');

    expect(attachment).toMatchObject({
      filename: 'a-large-png-5.webp',
      content_type: 'image/webp',
      description: 'AI-generated image. Prompt: A large PNG.',
      width: 320,
      height: 320,
    });
    expect(file?.length).toBeLessThanOrEqual(LIMIT);
    const found = await sharp(file).metadata();
    expect(found).toMatchObject({ format: 'webp', width: 320, height: 320 });
    expect(await difference(file ?? small, large)).toBeLessThan(25);
    expect(commentIn(found.exif ?? small)).toBe(
      'A large PNG\nSize: 320x320, Seed: 5, Model: Stable Image Core',
    );
    expect(found.xmp?.toString()).toContain('/trainedAlgorithmicMedia<');

    expect(message.content.split('\n').slice(-2)).toEqual([
      '-# The PNG was larger than this server accepts, so this is a smaller WebP of the same picture.',
      '-# AI-generated',
    ]);
    expect(end).toMatchObject({ result: 'delivered', pictures: 1, captured: 6 });
    expect(books).toEqual({ used: 6, held: 0 });
    expect(callsFor(set.stage, 'A large PNG')).toHaveLength(1);
    expectNoViolations(set.stage);
  });

  it('is not changed where a larger file is accepted', async () => {
    const { message, attachment } = await ask('A large PNG', 10_485_760);
    expect(attachment?.filename).toBe('a-large-png-5.png');
    expect(message.content).not.toContain('WebP');
  });

  it('says what it was: a JPEG', async () => {
    const { message, file } = await ask('A large JPEG');
    expect(await sharp(file).metadata()).toMatchObject({ format: 'webp' });
    expect(await difference(file ?? small, jpeg)).toBeLessThan(25);
    expect(message.content).toContain('-# The JPEG was larger');
  });

  it('comes beside those that fit as they are', async () => {
    const { message, books } = await ask('Large and small', LIMIT, 2);
    expect(message.attachments.map(({ content_type }) => content_type).toSorted()).toEqual([
      'image/png',
      'image/webp',
    ]);
    expect(message.content).toContain('-# The PNG of one picture was larger');
    expect(books).toEqual({ used: 12, held: 0 });
  });

  it.each([
    ['is too large even so', 'A large PNG', 8_000],
    ['cannot be decoded', 'A damaged PNG', LIMIT],
  ])('is not shown and not charged where it %s', async (_, prompt, limit) => {
    const { message, end, books } = await ask(prompt, limit);
    expect(message.content).toBe(TOO_LARGE);
    expect(message.attachments).toEqual([]);
    expect(end).toMatchObject({ result: 'not-delivered', reason: 'too-large' });
    expect(books).toEqual({ used: 0, held: 0 });
    expectNoViolations(set.stage);
  });
});

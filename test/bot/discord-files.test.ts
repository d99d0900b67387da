import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import { countRequests, EDIT, LOOK } from '../support/bot-routes.ts';
import { byPrompt } from '../support/bot-services.ts';
import { noisyPng, tinyPng } from '../support/image-files.ts';
import { sendPicture } from '../support/image-service.ts';
import { expectNoViolations, type Handler, openStage } from '../support/stage.ts';

const TOO_LARGE =
  'Your picture was made, but the file is larger than this server accepts. Nothing was charged. Please try another shape or style.';

const small = tinyPng(1024, 1024);
const large = noisyPng(1024, 1024, 20_000);
const LIMIT = 20_000;

/** Three of these need two requests of Discord's size. */
const nineMegabytes = noisyPng(1536, 1536, 9_000_000);

/** What is said where the second request of three pictures was refused, by how many the first one brought. */
const MISSING: Readonly<Record<number, RegExp>> = {
  1: /seed \d · .*\n2 of 3 pictures are missing: Discord accepted no more\. Only the 1 shown was charged\.\n/,
  2: /seeds \d, \d · .*\n1 of 3 pictures is missing: Discord accepted no more\. Only the 2 shown were charged\.\n/,
};

const scripts: Readonly<Record<string, Handler>> = {
  Large: (_, response) => sendPicture(response, large, 1),
  Mixed: (_, response, count) => sendPicture(response, count === 1 ? large : small, count),
  Huge: (_, response, count) => sendPicture(response, nineMegabytes, count),
  Halved: (_, response, count) => sendPicture(response, nineMegabytes, count),
};

describe('files and Discord’s limits', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    set = await openStage({ service: byPrompt(scripts) });
  });
  afterAll(() => set.close());

  it('a file larger than the server takes is not uploaded', async () => {
    const { stage } = set;
    const place = newcomer(stage, { attachmentSizeLimit: LIMIT });
    const requests = countRequests(stage);

    const { message, end } = await imagineToTheEnd(stage, { prompt: 'Large' }, place);

    expect(message.content).toBe(TOO_LARGE);
    expect(end).toMatchObject({ result: 'not-delivered', reason: 'too-large' });
    expect(requests(EDIT)).toBe(1);
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expectNoViolations(stage);
  });

  it('a file larger than the server takes after all is told', async () => {
    const { stage } = set;
    const place = newcomer(stage, { attachmentSizeLimit: LIMIT });
    const raw = { attachment_size_limit: 10_485_760 };

    const { message, end } = await imagineToTheEnd(stage, { prompt: 'Large' }, { ...place, raw });

    expect(message.content).toBe(TOO_LARGE);
    expect(end).toMatchObject({ result: 'not-delivered', reason: 'too-large' });
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
  });

  it('files that the server takes are shown without those it does not', async () => {
    const { stage } = set;
    const place = newcomer(stage, { attachmentSizeLimit: LIMIT });

    const { message } = await imagineToTheEnd(stage, { prompt: 'Mixed', count: 2 }, place);

    expect(message.attachments).toMatchObject([{ filename: 'mixed-2.png' }]);
    expect(message.content).toContain(
      '1 of 2 pictures is missing: the file is larger than this server accepts. Only the 1 shown was charged.',
    );
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it('files too large for one request come in two, in their order', async () => {
    const { stage } = set;
    const place = newcomer(stage);
    const requests = countRequests(stage);

    const { message } = await imagineToTheEnd(stage, { prompt: 'Huge', count: 3 }, place);

    expect(message.attachments).toHaveLength(3);
    expect([requests(EDIT), requests(LOOK)]).toEqual([2, 0]);
    const seeds = message.attachments.map(({ filename }) => /-(\d+)\.png$/.exec(filename)?.[1]);
    expect(message.content).toContain(`seeds ${seeds.join(', ')} `);
    expect(await booksOf(stage, place)).toEqual({ used: 18, held: 0 });
    expectNoViolations(stage);
  });

  it('those of a second request that is refused are not charged, and the member is told', async () => {
    const { stage } = set;
    const { traffic, faults } = stage.discord;
    const place = newcomer(stage);
    const stop = traffic.subscribe((record) => {
      if (record.kind !== 'rest' || record.route !== EDIT) return;
      stop();
      faults.add({ route: EDIT, status: 400, body: { code: 50035, message: 'No.' }, times: 1 });
    });

    const { message, end } = await imagineToTheEnd(stage, { prompt: 'Halved', count: 3 }, place);

    // How many are finished when the first request goes out is the machine's to say.
    const shown = message.attachments.length;
    expect(MISSING[shown]).toBeDefined();
    expect(message.content).toMatch(MISSING[shown] ?? /never/);
    const captured = 6 * shown;
    expect(end).toMatchObject({ result: 'delivered', pictures: shown, captured });
    expect(await booksOf(stage, place)).toEqual({ used: captured, held: 0 });
  });
});

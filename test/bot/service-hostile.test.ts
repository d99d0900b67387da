import { createServer, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  booksOf,
  failedThenDrawn,
  imagineToTheEnd,
  newcomer,
  twoRequests,
} from '../support/bot-jobs.ts';
import * as services from '../support/bot-services.ts';
import { PNG_SIGNATURE, pngChunk, pngHeader, tinyPng } from '../support/image-files.ts';
import { type ImageService, sendJson, startImageService } from '../support/image-service.ts';
import {
  expectNoViolations,
  type Handler,
  openStage,
  paintAsAsked,
  setStage,
} from '../support/stage.ts';

const none = (what: string, next: string) =>
  `There is no picture: ${what}. Nothing was charged. ${next}`;

const LATER = 'Please try again in a few minutes.';
const PROBLEM = none('the image service had a problem', LATER);
const DAMAGED = none('the image service sent a damaged file', 'Please try again.');

const png = tinyPng();
const flipped = Buffer.from(png);
flipped[60] = (flipped[60] ?? 0) ^ 1;
const endOfPng = pngChunk('IEND', Buffer.alloc(0));
const pixels = pngChunk('IDAT', Buffer.alloc(9));
const huge = Buffer.concat([PNG_SIGNATURE, pngHeader(60_000, 60_000), pixels, endOfPng]);

/** What the service sends, and what the log and the member are told. */
const attacks: readonly (readonly [string, Handler, string, string])[] = [
  [
    'code 0 without a picture',
    (_, response) => sendJson(response, 200, { code: 0, message: 'success', data: { seed: 1 } }),
    'unusable-picture',
    DAMAGED,
  ],
  ['HTML as a picture', services.sends(Buffer.from('<html>')), 'unusable-picture', DAMAGED],
  ['a truncated PNG', services.sends(png.subarray(0, -20)), 'unusable-picture', DAMAGED],
  ['a PNG with a flipped bit', services.sends(flipped), 'unusable-picture', DAMAGED],
  ['a PNG of 60,000 pixels a side', services.sends(huge), 'unusable-picture', DAMAGED],
  ['a gzip bomb', services.gzipBomb, 'bad-answer', PROBLEM],
  ['an endless body', services.endless, 'bad-answer', PROBLEM],
  [
    'a header of 200 kB',
    (_, response) => response.writeHead(200, { 'x-long': 'a'.repeat(200_000) }).end('{}'),
    'bad-answer',
    PROBLEM,
  ],
];

const slow: readonly (readonly [string, Handler])[] = [
  ['one byte at a time', services.drip],
  ['headers that never come', services.silence],
];

describe('an answer that is meant to hurt', () => {
  let set: Awaited<ReturnType<typeof openStage>>;
  let elsewhere: ImageService;

  beforeAll(async () => {
    elsewhere = await startImageService(paintAsAsked);
    const scripts: Record<string, Handler> = Object.fromEntries(attacks);
    for (const status of [301, 302, 307, 308]) {
      scripts[`${status}`] = (_, response) =>
        response.writeHead(status, { location: `${elsewhere.url}/api/generate/core` }).end();
    }
    set = await openStage({
      service: services.byPrompt(scripts),
      env: { COOLDOWN_SECONDS: '60' },
    });
  });

  afterAll(async () => {
    await set.close();
    await elsewhere.close();
  });

  it.each(attacks)('%s', async (prompt, _, reason, told) => {
    const { stage } = set;
    expect(await twoRequests(stage, prompt)).toEqual(failedThenDrawn(reason, told));
    expect(services.callsFor(stage, prompt)).toHaveLength(1);
    expectNoViolations(stage);
  });

  it.each([301, 302, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const told = none(
      'the image service’s address is not set up right',
      'Only the bot’s operator can mend this; please tell them.',
    );
    const { stage } = set;
    expect(await twoRequests(stage, `${status}`)).toEqual(failedThenDrawn('redirected', told));
    expect(services.callsFor(stage, `${status}`)).toHaveLength(1);
    expectNoViolations(stage);
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('an answer that takes too long', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    set = await openStage({
      service: services.byPrompt(Object.fromEntries(slow)),
      env: { COOLDOWN_SECONDS: '60', IMAGE_API_TIMEOUT_SECONDS: '2' },
    });
  });

  afterAll(() => set.close());

  it.concurrent.each(slow)('%s', async (prompt) => {
    const told = none('the image service did not answer in time', LATER);
    const { stage } = set;
    expect(await twoRequests(stage, prompt)).toEqual(failedThenDrawn('timeout', told));
    expect(services.callsFor(stage, prompt)).toHaveLength(1);
    expectNoViolations(stage);
  });
});

describe('a service that is away', () => {
  it('costs nothing, and is used once it is back', async () => {
    const door = createServer((socket) => {
      const inside = connect(Number(new URL(stage.service.url).port), '127.0.0.1');
      socket.on('error', () => inside.destroy()).pipe(inside);
      inside.on('error', () => socket.destroy()).pipe(socket);
    });
    const opened = (port: number) =>
      new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
    await opened(0);
    const { port } = door.address() as { port: number };
    await new Promise((resolve) => door.close(resolve));
    onTestFinished(() => void door.close());

    const stage = await setStage({
      env: { COOLDOWN_SECONDS: '60', IMAGE_API_URL: `http://127.0.0.1:${port}` },
    });
    const place = newcomer(stage);
    const away = await imagineToTheEnd(stage, {}, place);
    expect(away.message.content).toBe(none('the image service cannot be reached', LATER));
    expect(away.end).toMatchObject({ result: 'not-painted', reason: 'unreachable' });
    expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
    expect(stage.service.requests).toHaveLength(0);

    await opened(port);
    const back = await imagineToTheEnd(stage, {}, place);
    expect(back.message.attachments).toHaveLength(1);
    expect(stage.service.requests).toHaveLength(1);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });
});

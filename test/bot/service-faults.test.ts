import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  booksOf,
  failedThenDrawn,
  imagineToTheEnd,
  newcomer,
  twoRequests,
} from '../support/bot-jobs.ts';
import { byPrompt, callsFor, cutJson, first, html, reset } from '../support/bot-services.ts';
import { sendFailure, sendJson } from '../support/image-service.ts';
import { expectNoViolations, type Handler, openStage } from '../support/stage.ts';

const EDIT = 'PATCH /webhooks/:app/:token/messages/@original';

const none = (what: string, next: string) =>
  `There is no picture: ${what}. Nothing was charged. ${next}`;

const OPERATOR = 'Only the bot’s operator can mend this; please tell them.';
const NO_KEY = none('the image service does not accept this bot’s key', OPERATOR);
const EMPTY = none('this bot’s account with the image service is empty', OPERATOR);
const BUSY = none('the image service is busy', 'Please try again in a minute.');
const PROBLEM = none('the image service had a problem', 'Please try again in a few minutes.');
const BROKEN = none('the connection to the image service broke', 'Please try again.');
const FILTERED = none('the image service’s content filter refused it', 'Please try other words.');
const refused = (quote: string) =>
  none(`the image service refused the request${quote}`, 'Please change the prompt or the options.');

const says =
  (status: number, message: string, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    sendFailure(response, status, message, headers);

const NOW = { 'retry-after': '0' };
const SOON = { 'retry-after': '1' };
const LOUD = '@everyone **size** [`must`](https://evil.example) be <@1> 64';

/** What the service does, how often it may be asked, and what the log and the member are told. */
const failures: readonly (readonly [string, Handler, number, string, string])[] = [
  ['401', says(401, 'who are you'), 1, 'unauthorised', NO_KEY],
  ['401 without envelope', html(401), 1, 'unauthorised', NO_KEY],
  ['402', says(402, 'pay first'), 1, 'out-of-credits', EMPTY],
  ['code -1 about credits', says(200, '余额不足'), 1, 'out-of-credits', EMPTY],
  ['403', says(403, 'forbidden'), 1, 'unauthorised', NO_KEY],
  ['429 always', says(429, 'slow down', NOW), 3, 'rate-limited', BUSY],
  ['code -1 busy always', says(200, 'the server is busy', NOW), 3, 'busy', BUSY],
  ['503 with envelope always', says(503, 'queue full', NOW), 2, 'busy', BUSY],
  ['500 with envelope', says(500, 'the engine failed'), 1, 'service-failed', PROBLEM],
  ['500 with HTML', html(500), 1, 'gateway-error', PROBLEM],
  ['502', html(502), 1, 'gateway-error', PROBLEM],
  ['503 with HTML', html(503), 1, 'gateway-error', PROBLEM],
  ['504', html(504), 1, 'gateway-error', PROBLEM],
  ['reset after the request', reset, 1, 'connection-lost', BROKEN],
  ['cut JSON', cutJson, 1, 'bad-answer', PROBLEM],
  ['HTML as success', html(200), 1, 'bad-answer', PROBLEM],
  [
    'code -1 about a field',
    says(200, LOUD),
    1,
    'rejected',
    refused(' (“everyone size must\\(evil.example\\) be 1 64”)'),
  ],
  ['code -1 without words', says(200, ''), 1, 'rejected', refused('')],
  ['code -1 moderation', says(200, 'rejected by content filter'), 1, 'moderated', FILTERED],
  [
    'a blurred success',
    (_, response) =>
      sendJson(response, 200, {
        code: 0,
        message: 'success',
        data: { image: '', seed: 1, finish_reason: 'CONTENT_FILTERED' },
      }),
    1,
    'moderated',
    FILTERED,
  ],
];

/** What the service does before it paints. */
const recoveries: readonly (readonly [string, Handler, number])[] = [
  ['429 once', first(1, says(429, 'slow down', SOON)), 2],
  ['429 twice', first(2, says(429, 'slow down', NOW)), 3],
  ['429 with HTML once', first(1, (_, r) => r.writeHead(429, NOW).end('<html>slow</html>')), 2],
  ['503 with envelope once', first(1, says(503, 'queue full', SOON)), 2],
];

describe('a failing image service', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    const scripts = [...failures, ...recoveries].map(([name, script]) => [name, script] as const);
    set = await openStage({
      service: byPrompt(Object.fromEntries(scripts)),
      env: { COOLDOWN_SECONDS: '60' },
    });
  });

  afterAll(() => set.close());

  it.each(failures)(
    '%s: told, never charged, and the next request is drawn at once',
    async (prompt, _, posts, reason, told) => {
      const { stage } = set;
      expect(await twoRequests(stage, prompt)).toEqual(failedThenDrawn(reason, told));
      expect(callsFor(stage, prompt)).toHaveLength(posts);
      const edits = stage.discord.traffic.rest(EDIT).slice(-2);
      for (const { body } of edits) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
      expectNoViolations(stage);
    },
  );

  it.each(recoveries)('%s: asked again for the same picture', async (prompt, _, posts) => {
    const { stage } = set;
    const place = newcomer(stage);

    const { message, end } = await imagineToTheEnd(stage, { prompt }, place);

    expect(message.attachments).toHaveLength(1);
    expect(end).toMatchObject({ result: 'delivered', pictures: 1, captured: 6 });
    const bodies = callsFor(stage, prompt).map(({ body }) => body);
    expect(bodies).toHaveLength(posts);
    expect(new Set(bodies).size).toBe(1);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it('keeps the cooldown of a request that was drawn', async () => {
    const { stage } = set;
    const place = newcomer(stage);
    await imagineToTheEnd(stage, {}, place);
    const { message } = await imagineToTheEnd(stage, { prompt: 'One more' }, place);
    expect(message.content).toMatch(/^One at a time/);
    expect(callsFor(stage, 'One more')).toHaveLength(0);
  });
});

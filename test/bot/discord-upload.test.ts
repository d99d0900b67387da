import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import { countRequests, EDIT, type FaultDetails, LOOK } from '../support/bot-routes.ts';
import { byPrompt, callsFor } from '../support/bot-services.ts';
import { expectNoViolations, openStage } from '../support/stage.ts';

const slowDown = { message: 'You are being rate limited.', retry_after: 1, global: false };

/** What happens to the upload, how often it is sent, and how often Discord is asked what it has. */
const survived: readonly (readonly [string, FaultDetails, number, number])[] = [
  ['503 twice', { status: 503, times: 2 }, 3, 2],
  ['503 although it was taken', { status: 503, handled: true, times: 1 }, 1, 1],
  ['its answer is lost', { drop: 'after', times: 1 }, 1, 1],
  ['it is lost on its way', { drop: 'before', times: 1 }, 2, 1],
  ['429', { status: 429, headers: { 'retry-after': '1' }, body: slowDown, times: 1 }, 2, 0],
];

const made = (what: string, next: string) =>
  `Your picture was made, but ${what}. Nothing was charged. ${next}`;

const TOO_LARGE = made(
  'the file is larger than this server accepts',
  'Please try another shape or style.',
);
const FORBIDDEN = made(
  'the bot may not attach files here',
  'Ask a moderator to allow Attach Files, or use another channel.',
);
const FILTERED = made('Discord’s content filter blocked it', 'Please try other words.');
const REFUSED = made('Discord did not accept it', 'Please try again.');

/** Discord's status and code for the upload, and what the log and the member are told. */
const refused: readonly (readonly [number, number | undefined, string, string])[] = [
  [403, 50013, 'no-permission', FORBIDDEN],
  [403, 50001, 'no-permission', FORBIDDEN],
  [413, 40005, 'too-large', TOO_LARGE],
  [400, 50045, 'too-large', TOO_LARGE],
  [413, undefined, 'too-large', TOO_LARGE],
  [400, 50035, 'refused', REFUSED],
  [400, 20009, 'blocked-by-filter', FILTERED],
  [400, 200000, 'blocked-by-filter', FILTERED],
  [400, 240000, 'blocked-by-filter', FILTERED],
];

const named = ([status, code]: (typeof refused)[number]) => `${status} ${code ?? 'without a code'}`;

describe('an upload to Discord', () => {
  let set: Awaited<ReturnType<typeof openStage>>;

  beforeAll(async () => {
    set = await openStage({ service: byPrompt({}), env: { COOLDOWN_SECONDS: '60' } });
  });
  afterEach(() => set.stage.discord.faults.clear());
  afterAll(() => set.close());

  it.each(survived)('%s: shown and charged once', async (prompt, fault, sent, asked) => {
    const { stage } = set;
    const place = newcomer(stage);
    const requests = countRequests(stage);
    stage.discord.faults.add({ route: EDIT, ...fault });

    const { message, end } = await imagineToTheEnd(stage, { prompt }, place);

    expect(message.attachments).toHaveLength(1);
    expect([requests(EDIT), requests(LOOK)]).toEqual([sent, asked]);
    expect(end).toMatchObject({ result: 'delivered', captured: 6 });
    expect(callsFor(stage, prompt)).toHaveLength(1);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });

  it.each(refused.map((row) => [named(row), ...row] as const))(
    '%s: told, and every credit given back',
    async (prompt, status, code, reason, told) => {
      const { stage } = set;
      const place = newcomer(stage);
      const requests = countRequests(stage);
      const body = code === undefined ? 'Request Entity Too Large' : { code, message: 'No.' };
      stage.discord.faults.add({ route: EDIT, status, body, times: 1 });

      const { message, end } = await imagineToTheEnd(stage, { prompt, count: 2 }, place);

      expect(message.content).toBe(told);
      expect(message.attachments).toEqual([]);
      expect(end).toMatchObject({ result: 'not-delivered', reason });
      expect([requests(EDIT), requests(LOOK)]).toEqual([2, 0]);
      expect(callsFor(stage, prompt)).toHaveLength(2);
      expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
      const next = await imagineToTheEnd(stage, {}, place);
      expect(next.message.attachments).toHaveLength(1);
    },
  );
});

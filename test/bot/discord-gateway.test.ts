import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discord } from '../../playground/discord/index.ts';
import { booksOf, imagineToTheEnd, jobEnd, newcomer } from '../support/bot-jobs.ts';
import { byPrompt } from '../support/bot-services.ts';
import {
  expectNoViolations,
  type Handler,
  imagine,
  openStage,
  paintAsAsked,
} from '../support/stage.ts';

type Gateway = Discord['gateway'];

/** What breaks the connection, and the event that tells of the next one. */
const breaks: readonly (readonly [string, (gateway: Gateway) => void, string])[] = [
  ['Discord asks to reconnect (op 7)', (gateway) => gateway.reconnect(0), 'RESUMED'],
  [
    'the session is invalid, but goes on (op 9)',
    (gateway) => gateway.invalidate(0, true),
    'RESUMED',
  ],
  ['Discord closes with 4000', (gateway) => gateway.close(0, 4000), 'RESUMED'],
  ['the connection drops', (gateway) => gateway.drop(0), 'RESUMED'],
  ['the session is invalid (op 9)', (gateway) => gateway.invalidate(0, false), 'READY'],
];

/** How often an event was sent. */
const sent = ({ traffic }: Discord, event: string) =>
  traffic.gateway().filter((record) => record.event === event && record.direction === 'sent')
    .length;

function sentAgain(discord: Discord, event: string): Promise<true> {
  const before = sent(discord, event);
  return discord.until(
    () => (sent(discord, event) > before ? true : undefined),
    15_000,
    () => `${event} was not sent again.`,
  );
}

/** A service that paints each of these prompts when its gate is opened. */
function gated(prompts: readonly string[]) {
  const gates = new Map(prompts.map((prompt) => [prompt, Promise.withResolvers<void>()]));
  const scripts = [...gates].map(([prompt, gate]): [string, Handler] => [
    prompt,
    async (request, response, count) => {
      await gate.promise;
      await paintAsAsked(request, response, count);
    },
  ]);
  return { gates, scripts: Object.fromEntries(scripts) };
}

describe('a gateway that breaks in the middle of a job', () => {
  let set: Awaited<ReturnType<typeof openStage>>;
  const { gates, scripts } = gated(breaks.map(([name]) => name));

  beforeAll(async () => {
    set = await openStage({ service: byPrompt(scripts) });
  });
  afterAll(() => set.close());

  it.each(breaks)(
    '%s: the picture is delivered, and the next is drawn',
    async (prompt, act, event) => {
      const { stage } = set;
      const { discord, service } = stage;
      const [place, other] = [newcomer(stage), newcomer(stage)];
      const painting = service.received(service.requests.length + 1);
      const job = imagine(stage, { prompt }, place);
      await painting;

      const back = sentAgain(discord, event);
      act(discord.gateway);
      await back;
      gates.get(prompt)?.resolve();

      expect((await job.settled()).attachments).toHaveLength(1);
      await jobEnd(stage, job);
      expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
      const next = await imagineToTheEnd(stage, {}, other);
      expect(next.message.attachments).toHaveLength(1);
      expectNoViolations(stage);
    },
  );

  it('hands over afterwards what was said while the bot was away', async () => {
    const { stage } = set;
    const place = newcomer(stage);
    const back = sentAgain(stage.discord, 'RESUMED');
    stage.discord.gateway.drop(0);

    const job = imagine(stage, {}, place);
    await back;

    expect((await job.settled()).attachments).toHaveLength(1);
    await jobEnd(stage, job);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });
});

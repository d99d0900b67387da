import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import {
  byPrompt,
  callsFor,
  cutJson,
  html,
  reset,
  sends,
  silence,
} from '../support/bot-services.ts';
import { expectNoViolations, type Handler, openStage } from '../support/stage.ts';

/** Answers after which nobody knows whether the provider took its credits, or it surely did. */
const losses: readonly (readonly [string, Handler, string])[] = [
  ['a connection that breaks', reset, 'maybe'],
  ['an answer that never comes', silence, 'maybe'],
  ['an answer that ends half-way', cutJson, 'maybe'],
  ['a failure of a proxy', html(500), 'maybe'],
  ['a success that is no picture', sends(Buffer.from('no picture')), 'yes'],
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('an answer of the image service that is lost', () => {
  let set: Awaited<ReturnType<typeof openStage>>;
  let port: number;

  /** Credits that the provider may have taken, by the bot's metrics. */
  async function maybeCharged(): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return Number(/^easel_maybe_charged_total (\d+)$/m.exec(text)?.[1]);
  }

  beforeAll(async () => {
    port = await freePort();
    const scripts = Object.fromEntries(losses.map(([name, script]) => [name, script]));
    set = await openStage({
      service: byPrompt(scripts),
      env: { HEALTH_PORT: `${port}`, IMAGE_API_TIMEOUT_SECONDS: '2' },
    });
  });
  afterAll(() => set.close());

  it.each(losses)(
    '%s: asked for once, charged to nobody, told to the operator',
    async (prompt, _, charged) => {
      const { stage } = set;
      const place = newcomer(stage);
      const before = await maybeCharged();

      const { message, end } = await imagineToTheEnd(stage, { prompt }, place);

      expect(message.content).toMatch(/Nothing was charged/);
      expect(end).toMatchObject({ result: 'not-painted' });
      expect(callsFor(stage, prompt)).toHaveLength(1);
      expect(await booksOf(stage, place)).toEqual({ used: 0, held: 0 });
      const told = `"interaction":"${String(end['interaction'])}".*"providerCharged":"${charged}"`;
      expect(await stage.bot.printed(new RegExp(told))).toContain('"level":"warn"');
      expect(await maybeCharged()).toBe(before + 6);
      expectNoViolations(stage);
    },
  );
});

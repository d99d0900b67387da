import { describe, expect, it } from 'vitest';
import { startBot } from '../support/bot-process.ts';
import { credits, imagine, paintAsAsked, setStage } from '../support/stage.ts';

/** A service that answers the first `free` requests and lets the others wait for the gate. */
function gatedAfter(free: number) {
  const gate = Promise.withResolvers<void>();
  const service: typeof paintAsAsked = async (request, response, count) => {
    if (count > free) await gate.promise;
    await paintAsAsked(request, response, count);
  };
  return { gate, service };
}

describe('SIGTERM', () => {
  it('lets running pictures end, refuses waiting ones, takes no new ones, and exits with 0', async () => {
    const { gate, service } = gatedAfter(0);
    const stage = await setStage({ service, env: { IMAGE_API_CONCURRENCY: '1' } });
    const running = imagine(stage);
    await stage.service.received(1);
    const waiting = imagine(stage, { prompt: 'A fox' });
    await waiting.answered;
    await expect.poll(() => credits(stage)).toMatchObject({ Held: '12 credits' });

    stage.bot.process.kill('SIGTERM');
    const refused = await waiting.settled();
    expect(refused.content).toMatch(
      /^There is no picture: the bot is restarting\. Nothing was charged/,
    );
    const late = imagine(stage, { prompt: 'Too late' });
    gate.resolve();

    expect((await running.settled()).attachments).toHaveLength(1);
    expect(await stage.bot.ended).toBe(0);
    expect(late.original()).toBeUndefined();
    expect(stage.service.requests).toHaveLength(1);

    await stage.again();
    expect(await credits(stage)).toMatchObject({ Used: '6 credits', Held: '0 credits' });
  });

  it('cuts what does not end in 30 s, gives the credits back and exits with 0', async () => {
    const { service } = gatedAfter(0);
    const stage = await setStage({ service });
    const job = imagine(stage);
    await stage.service.received(1);
    stage.bot.process.kill('SIGTERM');

    expect(await stage.bot.ended).toBe(0);
    expect(job.original()?.content).toMatch(/the bot is restarting\. Nothing was charged/);
    await stage.again();
    expect(await credits(stage)).toMatchObject({ Used: '0 credits', Held: '0 credits' });
  }, 60_000);

  it('ends a bot that waits for Discord', async () => {
    const stage = await setStage();
    await stage.bot.stop();
    const bot = startBot({
      DISCORD_TOKEN: stage.discord.token,
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
      IMAGE_API_KEY: 'k',
      DATABASE_URL: `sqlite://${stage.folder}/easel.sqlite`,
    });
    await bot.printed(/Discord cannot be reached; trying again/);
    expect(await bot.stop()).toBe(0);
  });

  it('sent twice ends the bot at once', async () => {
    const { service } = gatedAfter(0);
    const stage = await setStage({ service });
    const job = imagine(stage);
    await stage.service.received(1);
    stage.bot.process.kill('SIGTERM');
    await stage.bot.printed(/"msg":"stopping"/);
    expect(await stage.bot.stop()).toBe(1);

    await stage.again();
    expect((await job.settled()).content).toContain('Nothing was charged');
  });
});

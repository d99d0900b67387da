import { describe, expect, it } from 'vitest';
import { credits, imagine, paintAsAsked, setStage } from '../support/stage.ts';

const INTERRUPTED =
  /^The bot had to restart while it was working on your picture\. Nothing was charged\./;

/** A service whose pictures wait until they may come. */
function gated() {
  const gate = Promise.withResolvers<void>();
  const service: typeof paintAsAsked = async (request, response, count) => {
    await gate.promise;
    await paintAsAsked(request, response, count);
  };
  return { gate, service };
}

describe('after a crash', () => {
  it('while painting, the member is told, nothing is charged, and no second call is made', async () => {
    const { service } = gated();
    const stage = await setStage({ service, env: { COOLDOWN_SECONDS: '600' } });
    const job = imagine(stage, { count: 2 });
    await stage.service.received(2);
    await stage.bot.stop('SIGKILL');

    await stage.again();
    expect((await job.settled()).content).toMatch(INTERRUPTED);
    expect(stage.service.requests).toHaveLength(2);
    await expect.poll(() => credits(stage)).toMatchObject({ Used: '0 credits', Held: '0 credits' });
  });

  it('between the delivery and its charge, the picture is charged once', async () => {
    const stage = await setStage();
    stage.discord.faults.add({
      route: 'PATCH /webhooks/:app/:token/messages/@original',
      delayMs: 60_000,
      handled: true,
    });
    const job = imagine(stage, { count: 2 });
    await expect.poll(() => job.original()?.attachments).toHaveLength(2);
    await stage.bot.stop('SIGKILL');
    stage.discord.faults.clear();

    await stage.again();
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: '12 credits', Held: '0 credits' });
    expect(job.original()?.attachments).toHaveLength(2);
    await stage.bot.stop('SIGKILL');
  });

  it('while telling the member, the next start tells them again before it settles', async () => {
    const { service } = gated();
    const stage = await setStage({ service });
    const job = imagine(stage);
    await stage.service.received(1);
    await stage.bot.stop('SIGKILL');

    const route = 'PATCH /webhooks/:app/:token/messages/@original';
    const stuck = stage.discord.faults.add({ route, delayMs: 60_000 });
    const second = await stage.again();
    await expect.poll(() => stuck.hits).toBe(1);
    await second.stop('SIGKILL');
    expect(job.original()?.content).toBe('');
    stage.discord.faults.clear();

    await stage.again();
    expect((await job.settled()).content).toMatch(INTERRUPTED);
    await expect.poll(() => credits(stage)).toMatchObject({ Used: '0 credits', Held: '0 credits' });
  });

  it('between the deferral and the hold, nobody is left on “thinking…”', async () => {
    const stage = await setStage();
    const route = 'POST /interactions/:id/:token/callback';
    stage.discord.faults.add({ route, delayMs: 60_000, handled: true });
    const job = imagine(stage);
    expect(await job.answered).toBe(5);
    await stage.bot.stop('SIGKILL');
    stage.discord.faults.clear();

    await stage.again();
    expect((await job.settled()).content).toMatch(INTERRUPTED);
    expect(stage.service.requests).toHaveLength(0);
  });

  it('with the message deleted meanwhile, the credits go back', async () => {
    const { service } = gated();
    const stage = await setStage({ service });
    const job = imagine(stage);
    await stage.service.received(1);
    await stage.bot.stop('SIGKILL');
    const message = job.original();
    expect(message && stage.discord.deleteMessage(message)).toBe(true);

    await stage.again();
    await expect.poll(() => credits(stage)).toMatchObject({ Used: '0 credits', Held: '0 credits' });
  });

  it('leaves nothing to settle for the start after next', async () => {
    const { service } = gated();
    const stage = await setStage({ service });
    const job = imagine(stage);
    await stage.service.received(1);
    await stage.bot.stop('SIGKILL');
    const second = await stage.again();
    await job.settled();
    await second.stop();

    const route = 'GET /webhooks/:app/:token/messages/@original';
    const asked = stage.discord.traffic.rest(route).length;
    const third = await stage.again();
    expect(third.lines.join('\n')).not.toContain('settled after a restart');
    expect(stage.discord.traffic.rest(route)).toHaveLength(asked);
  });
});

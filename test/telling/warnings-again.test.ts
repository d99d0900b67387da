import { describe, expect, it } from 'vitest';
import { CHANNEL, GUILD } from '../support/snowflakes.ts';
import { warningScene as scene } from '../support/warnings.ts';

const OTHER_GUILD = '200000000000000002';

describe('a warning whose answer is lost', () => {
  it('is sent again after longer and longer waits, with the same nonce', async () => {
    const { warnings, leave, left, said, waiting, waits } = await scene((_, count) => ({
      kind: count <= 6 ? 'lost' : 'said',
    }));
    await leave(80, { used: 84, budget: 100 });
    warnings.start();
    for (let pass = 1; pass <= 6; pass += 1) {
      await waiting(pass);
      expect(await left()).toHaveLength(1);
      waits.at(-1)?.end();
    }
    await waiting(7);
    expect(await left()).toEqual([]);
    expect(new Set(said.map(({ nonce }) => nonce)).size).toBe(1);
    expect(said[0]?.nonce).toMatch(/^[\w-]{25}$/);
    const seconds = waits.map(({ ms }) => ms / 1_000);
    expect(seconds).toEqual([1, 5, 30, 60, 300, 300, 3_600]);
  });

  it('keeps no other server waiting', async () => {
    const { warnings, settings, leave, left, said, waiting } = await scene(({ channelId }) => ({
      kind: channelId === CHANNEL ? 'lost' : 'said',
    }));
    await settings.change(OTHER_GUILD, (now) => ({
      answer: 0,
      settings: { ...now, logChannel: '400000000000000002' },
    }));
    await leave(80, { used: 84, budget: 100 });
    await leave(100, { used: 96, budget: 100 }, OTHER_GUILD);
    warnings.start();
    await waiting(1);
    expect(said).toHaveLength(2);
    expect(await left()).toEqual([`warning:${GUILD}:2026-11:80`]);
  });

  it('is told by the next run with the same nonce, so that Discord shows it once', async () => {
    const first = await scene(() => ({ kind: 'lost' }));
    await first.leave(80, { used: 84, budget: 100 });
    first.warnings.start();
    await first.waiting(1);
    await first.warnings.stop();
    const second = await scene(undefined, { stored: first.store });
    second.warnings.start();
    await second.waiting(1);
    expect(second.said).toEqual(first.said);
    expect(await second.left()).toEqual([]);
  });
});

/** Two warnings are due, and the first is being told until it is answered. */
async function inTheMiddle() {
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const telling = await scene(async () => {
    begun.resolve();
    await answer.promise;
    return { kind: 'said' };
  });
  await telling.leave(80, { used: 84, budget: 100 });
  await telling.leave(100, { used: 96, budget: 100 });
  telling.warnings.start();
  await begun.promise;
  return { ...telling, answer };
}

describe('the end', () => {
  it('comes when the bot is cut: what is being told is the last', async () => {
    const { cut, warnings, left, said, answer } = await inTheMiddle();
    cut.abort();
    answer.resolve();
    await expect.poll(left).toEqual([`warning:${GUILD}:2026-11:100`]);
    await warnings.stop();
    expect(said).toHaveLength(1);
  });

  it('waits for the warning that is being told, and leaves the next one', async () => {
    const { warnings, left, said, answer } = await inTheMiddle();
    const end = warnings.stop();
    answer.resolve();
    await end;
    expect(said).toHaveLength(1);
    expect(await left()).toEqual([`warning:${GUILD}:2026-11:100`]);
  });

  it('needs no beginning', async () => {
    const { warnings } = await scene();
    warnings.ring();
    await expect(warnings.stop()).resolves.toBeUndefined();
  });
});

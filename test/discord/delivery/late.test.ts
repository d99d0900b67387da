import { describe, expect, it } from 'vitest';
import { Permission } from '../../../playground/discord/index.ts';
import { findLeftBehind } from '../../../src/discord/delivery/left-behind.ts';
import { createOpenInteractions } from '../../../src/discord/delivery/open-interactions.ts';
import { BUTTON_LABELS } from '../../../src/words/buttons.ts';
import { cutShortText } from '../../../src/words/progress.ts';
import { expectNoViolations, refusal, ROUTES } from '../../support/edge-discord.ts';
import { picture } from '../../support/edge-pictures.ts';
import { labelsOf } from '../../support/labels.ts';
import { presentScene } from '../../support/present-scene.ts';

const MINUTE_MS = 60_000;
const PICTURE_LABELS = Object.values(BUTTON_LABELS);

/** A painting that is not over when Discord’s time for an answer nearly is. */
async function lateScene(options: Parameters<typeof presentScene>[0] = {}) {
  const scene = await presentScene(options);
  const delivery = scene.begin();
  const become = async () => {
    await scene.clock.turn(14 * MINUTE_MS);
    await scene.shows(/⏳ This takes longer than Discord lets an answer wait/);
  };
  const linkTo = (id: string | undefined) =>
    `https://discord.com/channels/${scene.asked.guildId}/${scene.asked.channelId}/${id}`;
  return { ...scene, delivery, become, linkTo };
}

describe('pictures that outlive their interaction', () => {
  it('are posted in the channel, with a mention of their member alone', async () => {
    const scene = await lateScene();
    const { discord, become, clock, finish, delivery, posted, asked, talk, invocation } = scene;
    await become();
    expect(labelsOf(invocation.original())).toEqual(['Cancel']);
    await clock.turn(10 * MINUTE_MS);
    finish(picture({ seed: 7 }));
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
    await talk.close();
    const [message, ...others] = posted();
    expect(others).toEqual([]);
    expect(message?.content).toMatch(/^> A fox\n.* seed 7 .*\n-# It took longer than Discord/);
    expect(message?.attachments).toHaveLength(1);
    expect(message?.mentions.map(({ id }) => id)).toEqual([asked.userId]);
    expect(labelsOf(message)).toEqual(PICTURE_LABELS);
    expect(invocation.original()?.content).toContain(scene.linkTo(message?.id));
    expect(labelsOf(invocation.original())).toEqual([]);
    const [record] = await scene.store.keys('picture:');
    const id = record?.slice('picture:'.length) ?? '';
    expect(await scene.line.pictures.find(id)).toMatchObject({ message: message?.id, seeds: [7] });
    expectNoViolations(discord);
  });

  it('come besides those that were shown in time', async () => {
    const { become, clock, finish, delivery, posted, shows, invocation } = await lateScene({
      count: 2,
    });
    finish(picture({ seed: 1 }));
    await clock.awaited(250);
    await clock.turn(250);
    await shows(/1 picture is here, 1 is being painted/);
    const kept = invocation.original()?.content;
    await clock.turn(20 * MINUTE_MS);
    finish(picture({ seed: 2 }));
    expect(await delivery).toEqual({ kind: 'known', accepted: 2 });
    const [message] = posted();
    expect(message?.attachments).toHaveLength(1);
    expect(message?.content).toContain('seed 2');
    expect(invocation.original()?.attachments).toHaveLength(1);
    expect(invocation.original()?.content).not.toContain('⏳');
    expect(labelsOf(invocation.original())).toEqual(PICTURE_LABELS);
    expect(kept).toContain('seed 1');
    expect(become).toBeDefined();
  });

  it('are not painted any more where the bot may not post', async () => {
    const { clock, stops, delivery } = await lateScene({ mayPost: false });
    await clock.turn(14 * MINUTE_MS);
    expect(await delivery).toEqual({ kind: 'known', accepted: 0 });
    expect(stops).toEqual([{ reason: 'out-of-time' }]);
  });

  it('are not posted where the bot could not find them again after a crash', async () => {
    const { discord, become, finish, delivery, posted, lines } = await lateScene();
    const { world } = discord;
    await become();
    world.overwrite(world.channels.art, world.bot, { deny: Permission.ReadMessageHistory });
    finish(picture());
    expect(await delivery).toEqual({ kind: 'known', accepted: 0, refusal: 'token-expired' });
    expect(posted()).toEqual([]);
    expect(lines.join()).not.toContain('unexpected');
  });

  it('are posted once where the answer is lost', async () => {
    const { discord, become, clock, finish, delivery, posted } = await lateScene();
    await become();
    discord.faults.add({ route: ROUTES.post, drop: 'after', times: 1 });
    discord.faults.add({ route: ROUTES.history, status: 503, times: 1 });
    finish(picture());
    await clock.awaited(250);
    await clock.turn(250);
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
    expect(posted()).toHaveLength(1);
  });

  it('are given up where Discord refuses them', async () => {
    const { discord, become, finish, delivery } = await lateScene();
    await become();
    discord.faults.add({ route: ROUTES.post, ...refusal(403, 50013) });
    finish(picture());
    expect(await delivery).toEqual({ kind: 'known', accepted: 0, refusal: 'token-expired' });
  });

  it.each([['history'], ['post']] as const)(
    'are left to the next start by a bot whose own token is refused: %s',
    async (route) => {
      const { discord, become, finish, delivery, posted } = await lateScene();
      await become();
      discord.faults.add({ route: ROUTES[route], ...refusal(401, 0) });
      finish(picture());
      expect(await delivery).toEqual({ kind: 'unknown' });
      expect(posted()).toEqual([]);
    },
  );

  it('that do not come are told when the member is next seen, where nothing can be said any more', async () => {
    const scene = await lateScene({ count: 2 });
    const { discord, clock, finish, fail, delivery, shows, line, asked, ref } = scene;
    finish(picture({ seed: 1 }));
    await clock.awaited(250);
    await clock.turn(250);
    await shows(/1 picture is here, 1 is being painted/);
    await clock.turn(20 * MINUTE_MS);
    discord.faults.add({ route: ROUTES.change, ...refusal(403, 50001) });
    fail({ reason: 'timeout' });
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
    expect(await line.owed.of(asked.userId)).toEqual(
      new Map([
        [
          ref.id,
          {
            channel: asked.channelId,
            content: cutShortText(1),
            retry: null,
            v: 1,
            user: asked.userId,
          },
        ],
      ]),
    );
  });

  it('are waited for an hour and no longer', async () => {
    const { talk, clock } = await presentScene();
    await clock.turn(60 * MINUTE_MS - 1);
    expect(talk.workEnds.aborted).toBe(false);
    await clock.turn(1);
    expect(talk.workEnds.aborted).toBe(true);
  });
});

describe('pictures that were posted just before a crash', () => {
  it('are received, and the message that waits for them leads there', async () => {
    const { discord, become, clock, finish, cut, delivery, posted, line, store, ...scene } =
      await lateScene();
    await become();
    await clock.turn(10 * MINUTE_MS);
    discord.faults.add({ route: ROUTES.post, delayMs: 1_500, handled: true, times: 1 });
    finish(picture());
    await discord.until(
      () => posted()[0],
      5_000,
      () => 'nothing was posted',
    );
    discord.faults.add({ route: ROUTES.history, status: 503, times: 1 });
    cut.abort();
    expect(await delivery).toEqual({ kind: 'unknown' });

    const open = createOpenInteractions(store, 'later');
    const { signal } = new AbortController();
    const [left] = await findLeftBehind({ ...line, open, cut: signal });
    expect(await left?.look()).toEqual({ kind: 'there', waiting: false, received: 1 });
    await left?.close();
    expect(scene.invocation.original()?.content).toContain(scene.linkTo(posted()[0]?.id));
    expect(labelsOf(scene.invocation.original())).toEqual([]);
    expect(await open.leftBehind(() => {})).toEqual(new Map());
  });
});

describe('pictures of which some were shown before a crash', () => {
  it('keep their buttons, and the text says how many were charged', async () => {
    const { clock, finish, line, store, shows, invocation, ...scene } = await lateScene({
      count: 2,
    });
    finish(picture({ seed: 1 }));
    await clock.awaited(250);
    await clock.turn(250);
    await shows(/1 picture is here/);
    const open = createOpenInteractions(store, 'later');
    const [left] = await findLeftBehind({ ...line, open });
    expect(await left?.look()).toEqual({ kind: 'there', waiting: true, received: 1 });
    expect(await left?.tell({ kind: 'interrupted', received: 1 })).toBe(true);
    const message = invocation.original();
    expect(message?.content).toMatch(
      /seed 1.*\nThe bot had to restart while it was working on the others\. Only the 1 shown was charged\.\n/,
    );
    expect(message?.attachments).toHaveLength(1);
    expect(labelsOf(message)).toEqual(PICTURE_LABELS);
    scene.cut.abort();
  });
});

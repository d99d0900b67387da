import { describe, expect, it, vi } from 'vitest';
import { BUTTON_LABELS } from '../../../src/words/buttons.ts';
import { expectNoViolations, refusal, ROUTES } from '../../support/edge-discord.ts';
import { waitingFor } from '../../support/edge-painting.ts';
import { picture } from '../../support/edge-pictures.ts';
import { labelsOf } from '../../support/labels.ts';
import { presentScene } from '../../support/present-scene.ts';

const PICTURE_LABELS = Object.values(BUTTON_LABELS);
const busy = { reason: 'busy' } as const;

describe('a picture that is being painted', () => {
  it('says so when it takes longer, then that it is being sent', async () => {
    const { discord, become, begin, shows, edits, clock, finish, invocation } =
      await presentScene();
    const texts: string[] = [];
    discord.subscribe(() => {
      const text = invocation.original()?.content ?? '';
      if (text !== '' && texts.at(-1) !== text) texts.push(text);
    });
    become({
      begunAt: 1_700_000_000_000,
      standing: { running: 1, waiting: 0, ahead: 0, each: 7_600 },
    });
    const delivery = begin();
    await clock.turn(1_499);
    expect(edits()).toBe(0);
    await clock.turn(1);
    await shows(/⏳ Painting, begun <t:1700000000:R>\. A picture takes about 8 seconds\./);
    finish(picture());
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
    expect(texts).toHaveLength(3);
    expect(texts[1]).toContain('⏳ Sending the picture…');
    expect(texts[2]).not.toContain('⏳');
    expectNoViolations(discord);
  });

  it('appears without a word before where it is quick', async () => {
    const { begin, finish, edits } = await presentScene();
    const delivery = begin();
    finish(picture());
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
    expect(edits()).toBe(1);
  });
});

describe('several pictures', () => {
  it('appear as they are finished, in one message, and the last edit says it all', async () => {
    const { discord, begin, shows, finish, fail, clock, invocation, store, talk } =
      await presentScene({
        count: 4,
      });
    const delivery = begin();
    finish(picture({ seed: 3 }));
    await clock.awaited(250);
    await clock.turn(250);
    const message = await shows(/1 picture is here, 3 are being painted\./);
    expect(message.content).toMatch(/^> A fox\n.*seed 3/);
    expect(message.attachments).toHaveLength(1);
    expect(labelsOf(message)).toEqual([...PICTURE_LABELS, 'Cancel']);
    await clock.awaited(5_000);
    finish(picture({ seed: 1 }), picture({ seed: 2 }));
    await clock.awaited(250);
    await clock.turn(250);
    await shows(/3 pictures are here, 1 is being painted\./);
    expect(await store.keys('picture:')).toHaveLength(1);
    fail(busy);
    expect(await delivery).toEqual({ kind: 'known', accepted: 3 });
    await talk.close();
    const last = invocation.original();
    expect(last?.content).toMatch(
      /seeds 3, 1, 2 .*\n1 of 4 pictures is missing: the image service is busy/,
    );
    expect(last?.content).not.toContain('⏳');
    expect(last?.attachments).toHaveLength(3);
    expect(labelsOf(last)).toEqual(PICTURE_LABELS);
    expectNoViolations(discord);
  });

  it('that are finished at nearly the same time come together', async () => {
    const { begin, finish, edits, clock } = await presentScene({ count: 3 });
    const delivery = begin();
    finish(picture({ seed: 1 }));
    await clock.awaited(250);
    await clock.turn(100);
    finish(picture({ seed: 2 }), picture({ seed: 3 }));
    await clock.turn(150);
    expect(await delivery).toEqual({ kind: 'known', accepted: 3 });
    expect(edits()).toBe(1);
  });

  it('are not painted any more where Discord takes none', async () => {
    const { discord, begin, finish, clock, stops } = await presentScene({ count: 2 });
    discord.faults.add({ route: ROUTES.edit, ...refusal(403, 50013) });
    const delivery = begin();
    finish(picture());
    await clock.awaited(250);
    await clock.turn(250);
    expect(await delivery).toEqual({ kind: 'known', accepted: 0, refusal: 'no-permission' });
    expect(stops).toEqual([{ reason: 'upload-refused' }]);
  });

  it('of which Discord takes some are told apart, and the last text is said in any case', async () => {
    const { discord, begin, finish, clock, shows, invocation } = await presentScene({ count: 2 });
    const delivery = begin();
    finish(picture({ seed: 1 }));
    await clock.awaited(250);
    await clock.turn(250);
    await shows(/1 picture is here/);
    discord.faults.add({ route: ROUTES.edit, ...refusal(413, 40005), times: 1 });
    discord.faults.add({ route: ROUTES.edit, status: 503, times: 2 });
    finish(picture({ seed: 2 }));
    const retried = vi.waitFor(async () => {
      await clock.turn(1_000);
      expect(invocation.original()?.content).toContain('1 of 2 pictures is missing');
    });
    await retried;
    expect(await delivery).toEqual({ kind: 'known', accepted: 1, refusal: 'too-large' });
    expect(labelsOf(invocation.original())).toEqual(PICTURE_LABELS);
  });
});

describe('pictures that Discord takes no more of', () => {
  it('are all counted as missing, those that were still being painted as well', async () => {
    const { discord, begin, finish, clock, shows, invocation } = await presentScene({ count: 4 });
    const delivery = begin();
    finish(picture({ seed: 1 }));
    await clock.awaited(250);
    await clock.turn(250);
    await shows(/1 picture is here, 3 are being painted/);
    discord.faults.add({ route: ROUTES.edit, ...refusal(400, 20009), times: 1 });
    finish(picture({ seed: 2 }));
    await clock.awaited(250);
    await clock.turn(250);
    expect(await delivery).toEqual({ kind: 'known', accepted: 1, refusal: 'blocked-by-filter' });
    expect(invocation.original()?.content).toContain(
      '3 of 4 pictures are missing: Discord accepted no more. Only the 1 shown was charged.',
    );
  });
});

describe('a message that was deleted', () => {
  it('ends the painting of what nobody can be shown', async () => {
    const { discord, begin, become, clock, shows, stops, invocation } = await presentScene();
    become({ standing: waitingFor(9) });
    const delivery = begin();
    await shows(/Waiting/);
    const message = invocation.original();
    expect(message && discord.deleteMessage(message)).toBe(true);
    become({ standing: waitingFor(8) });
    await clock.awaited(5_000);
    await clock.turn(5_000);
    expect(await delivery).toEqual({ kind: 'known', accepted: 0, refusal: 'message-deleted' });
    expect(stops).toEqual([{ reason: 'upload-refused' }]);
  });

  it('ends it as well where the whole channel was', async () => {
    const { discord, begin, become, clock, shows, stops } = await presentScene();
    become({ standing: waitingFor(9) });
    const delivery = begin();
    await shows(/Waiting/);
    discord.faults.add({ route: ROUTES.edit, ...refusal(404, 10003) });
    become({ standing: waitingFor(8) });
    await clock.awaited(5_000);
    await clock.turn(5_000);
    expect(await delivery).toEqual({ kind: 'known', accepted: 0, refusal: 'channel-deleted' });
    expect(stops).toEqual([{ reason: 'upload-refused' }]);
  });

  it('keeps the pictures that were received in it', async () => {
    const { discord, begin, finish, clock, shows, invocation } = await presentScene({ count: 2 });
    const delivery = begin();
    finish(picture({ seed: 1 }));
    await clock.awaited(250);
    await clock.turn(250);
    await shows(/1 picture is here/);
    const message = invocation.original();
    expect(message && discord.deleteMessage(message)).toBe(true);
    finish(picture({ seed: 2 }));
    expect(await delivery).toEqual({ kind: 'known', accepted: 1, refusal: 'message-deleted' });
  });
});

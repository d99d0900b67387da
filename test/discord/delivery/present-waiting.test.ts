import { describe, expect, it } from 'vitest';
import { expectNoViolations } from '../../support/edge-discord.ts';
import { waitingFor } from '../../support/edge-painting.ts';
import { picture } from '../../support/edge-pictures.ts';
import { labelsOf } from '../../support/labels.ts';
import { presentScene } from '../../support/present-scene.ts';
import { BUTTON_LABELS } from '../../../src/words/buttons.ts';

const PICTURE_LABELS = Object.values(BUTTON_LABELS);
const busy = { reason: 'busy' } as const;

describe('whoever waits', () => {
  it('is told at once how many come first, with a button to cancel', async () => {
    const { discord, become, begin, shows, finish, invocation, clock } = await presentScene();
    become({ standing: waitingFor(3, 9_000) });
    const delivery = begin();
    const message = await shows(/Waiting: 3 pictures come first\. It should begin <t:\d+:R>/);
    expect(labelsOf(message)).toEqual(['Cancel']);
    await clock.awaited(5_000);
    await clock.turn(5_000);
    become({ standing: waitingFor(0) });
    await shows(/Waiting: yours is next\./);
    finish(picture());
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
    expect(labelsOf(invocation.original())).toEqual(PICTURE_LABELS);
    expectNoViolations(discord);
  });

  it('is not told what changes faster than every few seconds', async () => {
    const { become, begin, shows, edits, clock, finish } = await presentScene();
    become({ standing: waitingFor(9) });
    const delivery = begin();
    await shows(/Waiting: 9/);
    await clock.awaited(5_000);
    for (const ahead of [8, 7, 6, 5]) become({ standing: waitingFor(ahead) });
    await clock.turn(4_999);
    expect(edits()).toBe(1);
    await clock.turn(1);
    await shows(/Waiting: 5/);
    expect(edits()).toBe(2);
    finish(picture());
    await delivery;
  });

  it('is told anew when the moment has passed that was named', async () => {
    const { become, begin, shows, clock, finish, edits } = await presentScene();
    become({ standing: waitingFor(3, 9_000) });
    const delivery = begin();
    await shows(/Waiting: 3 .* begin <t:\d+:R>/);
    await clock.awaited(9_000);
    // The queue does not move: what runs takes longer than it should.
    become({ standing: waitingFor(3, 7_000) });
    await clock.turn(8_999);
    expect(edits()).toBe(1);
    await clock.turn(1);
    await shows(new RegExp(`Waiting: 3 .* begin <t:${Math.ceil((clock.now() + 7_000) / 1000)}:R>`));
    await clock.awaited(7_000);
    become({ standing: waitingFor(3, 0) });
    await clock.turn(7_000);
    await shows(/Waiting: 3 pictures come first\. It should begin any moment\./);
    await clock.turn(60_000);
    expect(edits()).toBe(3);
    finish(picture());
    await delivery;
  });

  it('is told how it goes on as well where the first picture came to nothing', async () => {
    const { become, begin, shows, clock, finish } = await presentScene({ count: 2 });
    const missing = [busy];
    become({ missing, begunAt: 1_700_000_000_000, standing: waitingFor(3) });
    const delivery = begin();
    await shows(/Waiting: 3/);
    await clock.awaited(5_000);
    become({ standing: waitingFor(1) });
    await clock.turn(5_000);
    await shows(/Waiting: 1/);
    finish(picture());
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
  });

  it('is told nothing of a wait that will be over soon', async () => {
    const { become, begin, edits, clock, finish } = await presentScene();
    become({ standing: waitingFor(0, 1_000) });
    const delivery = begin();
    await clock.turn(1_000);
    expect(edits()).toBe(0);
    finish(picture());
    await delivery;
    expect(edits()).toBe(1);
  });

  it.each([0, 2 * 3_600_000, -2 * 3_600_000])(
    'reads times by Discord’s clock, where the host’s is %d ms ahead',
    async (hostAheadMs) => {
      const { become, begin, shows, clock, finish } = await presentScene({ hostAheadMs });
      become({ standing: waitingFor(3, 9_000) });
      const delivery = begin();
      const { content } = await shows(/Waiting: 3/);
      const named = 1000 * Number(/<t:(\d+):R>/.exec(content)?.[1]);
      expect(Math.abs(named - 9_000 - Date.now())).toBeLessThan(60_000);
      const begunAt = clock.now() - 3_000;
      await clock.awaited(5_000);
      become({ begunAt, standing: { running: 1, waiting: 0, ahead: 0 } });
      await clock.turn(5_000);
      const painting = await shows(/Painting/);
      const begun = 1000 * Number(/<t:(\d+):R>/.exec(painting.content)?.[1]);
      expect(Math.abs(begun - Date.now())).toBeLessThan(60_000);
      finish(picture());
      await delivery;
    },
  );
});

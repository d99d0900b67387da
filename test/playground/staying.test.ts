import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { postAction } from '../support/page-site.ts';
import { pageStream } from '../support/page-stream.ts';
import { startPlayground } from '../support/playground-process.ts';

const OPEN = /Open http:\/\/127\.0\.0\.1:\d+/;

describe('the playground that stays up', () => {
  it('draws what the page sends, prints it, and leaves nothing behind', async () => {
    const playground = await startPlayground([]);
    const origin = (await playground.printed(OPEN)).replace('Open ', '');
    const events = await pageStream(origin);
    const { state } = await events.event('state');

    // A second member: the first one has just been served and has to wait.
    const response = await postAction(origin, {
      kind: 'use',
      as: state.people[1]?.id,
      channel: state.guilds[0]?.channels[0]?.id,
      command: 'imagine',
      options: { prompt: 'A fox', seed: 5, aspect_ratio: '21:9' },
    });
    expect(await response.json()).toEqual({ kind: 'done' });
    const shown = await events.message(({ attachments }) => attachments[0]?.name === 'a-fox-5.png');
    expect(shown.attachments[0]).toMatchObject({ width: 1344, height: 576 });
    await playground.printed(/Second member +\/imagine prompt: A fox seed: 5 aspect_ratio: 21:9\n/);
    await playground.printed(/\[a-fox-5\.png\] {2}1344 × 576/);

    playground.process.kill('SIGTERM');
    expect(await playground.ended).toBe(0);
    expect(playground.errors()).toBe('');
    expect(await readdir(playground.temporary)).toEqual([]);
  });

  it('ends well at the signals that npm passes on twice', async () => {
    const playground = await startPlayground([]);
    await playground.printed(OPEN);
    playground.process.kill('SIGINT');
    playground.process.kill('SIGINT');
    expect(await playground.ended).toBe(0);
    expect(await readdir(playground.temporary)).toEqual([]);
  });

  it('fails when --once is stopped before its picture', async () => {
    const playground = await startPlayground(['--once']);
    await playground.printed(/logs to/);
    playground.process.kill('SIGTERM');
    expect(await playground.ended).toBe(1);
    expect(playground.errors()).toContain('stopped before the first picture');
  });
});

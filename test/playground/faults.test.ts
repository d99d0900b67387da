import { describe, expect, it } from 'vitest';
import { livePlayground } from '../support/live-playground.ts';

const CHARGED = /Nothing was charged/;

describe('the switches of the machine room', () => {
  it('break the image API, and each failure is told', async () => {
    const live = await livePlayground();
    const { stream } = live;
    for (const [place, apiFails] of (['status', 'code', 'reset'] as const).entries()) {
      await live.faults({ apiFails });
      await live.imagine(place + 1, `broken by ${apiFails}`);
      const { id } = await stream.message(
        ({ thinking, asked }) => thinking && asked?.by === live.state.people[place + 1]?.id,
      );
      const told = await stream.message((message) => message.id === id && !message.thinking);
      expect(told.attachments).toEqual([]);
      expect(told.content).toMatch(CHARGED);
    }
    const seen = stream
      .all('traffic')
      .flatMap(({ records }) => records)
      .filter((record) => record.kind === 'rest' && record.to === 'images' && record.faulted);
    expect(new Set(seen.map((record) => record.kind === 'rest' && record.status))).toEqual(
      new Set([500, 200, 0]),
    );
    expect(JSON.stringify(seen)).toContain('broken by status');
    expect(JSON.stringify(seen).toLowerCase()).not.toContain('authorization');

    await live.faults({});
    await live.imagine(4, 'whole again');
    await live.picture('whole again');
  }, 60_000);

  it('lose an upload’s answer: the picture is there all the same', async () => {
    const live = await livePlayground();
    await live.faults({ upload: 'lost' });
    await live.imagine(1, 'a lost parcel');
    expect((await live.picture('a lost parcel')).attachments).toHaveLength(1);
  });

  it('refuse an upload: the member is told, and pays nothing', async () => {
    const live = await livePlayground();
    await live.faults({ upload: 'refused' });
    await live.imagine(1, 'a refused parcel');
    const told = await live.says(CHARGED);
    expect(told.attachments).toEqual([]);
  });

  it('have Discord ask for patience: the picture comes when it is over', async () => {
    const live = await livePlayground();
    await live.faults({ discord429: true });
    await live.imagine(1, 'a patient one');
    await live.stream.event('traffic', ({ records }) =>
      records.some((record) => record.kind === 'rest' && record.status === 429 && record.faulted),
    );
    await live.faults({});
    expect((await live.picture('a patient one')).attachments).toHaveLength(1);
  });

  it('are refused when they are not of the contract', async () => {
    const live = await livePlayground();
    await expect(live.faults({ apiSlowMs: -1 })).rejects.toThrow('answered 400');
  });
});

import { describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { ImageApiError } from '../src/image-api/errors.ts';
import type { Cases } from '../src/moderation/cases.ts';
import { picture } from './support/edge-pictures.ts';
import { originAt, setStudio } from './support/edge-studio.ts';
import { GUILD, USER } from './support/snowflakes.ts';

const filtered = new ImageApiError({ kind: 'moderated', retry: 'no', charged: 'no' });

const open: Cases['open'] = () => Promise.reject(new Error('The disk is full.'));

const ask = { prompt: 'A fox', count: 2 };

describe('what the image service’s own filter refuses', () => {
  it('is told, free, and one case with what was typed', async () => {
    const scene = await setStudio({ draw: () => Promise.reject(filtered) });
    await generate(ask, originAt(), scene.talk, scene.studio);
    expect(scene.notices).toEqual([
      { kind: 'not-painted', asked: 2, failure: { reason: 'moderated' } },
    ]);
    expect(await scene.figures()).toMatchObject({ used: 0, held: 0 });
    const { cases } = await scene.cases.ofMember(GUILD, USER);
    expect(cases).toHaveLength(1);
    expect(cases[0]).toMatchObject({
      actor: 'bot',
      target: USER,
      facts: { kind: 'provider' },
      text: 'A fox',
    });
  });

  it('is a case as well where the other pictures come', async () => {
    let drawn = 0;
    const scene = await setStudio({
      draw: ({ seed }) =>
        (drawn += 1) === 1 ? Promise.reject(filtered) : Promise.resolve(picture({ seed })),
    });
    await generate(ask, originAt(), scene.talk, scene.studio);
    expect(await scene.figures()).toMatchObject({ used: 6, held: 0 });
    expect((await scene.cases.ofMember(GUILD, USER)).cases).toHaveLength(1);
  });

  it('keeps no text where the server keeps none, and is no case otherwise', async () => {
    const scene = await setStudio({ draw: () => Promise.reject(filtered) });
    await scene.settings.change(GUILD, (now) => ({
      answer: undefined,
      settings: { ...now, retentionDays: 0 },
    }));
    await generate(ask, originAt(), scene.talk, scene.studio);
    expect((await scene.cases.find(GUILD, 1))?.text).toBeNull();
    const fine = await setStudio();
    await generate(ask, originAt(), fine.talk, fine.studio);
    expect(await fine.cases.find(GUILD, 1)).toBeUndefined();
  });

  it('counts as a refusal by a rule does: after five of them the member waits', async () => {
    const scene = await setStudio({ draw: () => Promise.reject(filtered) });
    for (let ms = 1; ms <= 6; ms += 1) {
      await generate(ask, originAt(ms), scene.talk, scene.studio);
    }
    expect(scene.notices.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'not-painted'),
      'refused-often',
    ]);
    expect((await scene.cases.ofMember(GUILD, USER)).cases).toHaveLength(5);
    expect(await scene.figures()).toMatchObject({ used: 0, held: 0 });
  });

  it('does not change how a request ends when the case cannot be written', async () => {
    const scene = await setStudio({ draw: () => Promise.reject(filtered) });
    const studio = { ...scene.studio, cases: { ...scene.cases, open } };
    const ending = await generate(ask, originAt(), scene.talk, studio);
    expect(ending.kind).toBe('not-painted');
    expect(scene.lines.join()).toContain('a filtered picture has no case');
  });
});

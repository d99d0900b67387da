import { describe, expect, it } from 'vitest';
import { credits, expectNoViolations, imagine, STAGE_KEY, setStage } from '../support/stage.ts';

describe('/imagine', () => {
  it('becomes a picture, and its credits are counted', async () => {
    const stage = await setStage();
    const { people } = stage.discord.world;

    const message = await imagine(stage, { seed: 7 }).settled();

    expect(message.attachments).toMatchObject([
      {
        filename: 'a-lighthouse-on-a-cliff-7.png',
        content_type: 'image/png',
        width: 1024,
        height: 1024,
        description: 'AI-generated image. Prompt: A lighthouse on a cliff.',
      },
    ]);
    expect(message.content).toBe(
      [
        '> A lighthouse on a cliff',
        `Square 1:1 · 1024 × 1024 · seed 7 · asked by <@${people.member.id}>`,
        '-# AI-generated',
      ].join('\n'),
    );
    await expect
      .poll(() => credits(stage))
      .toEqual({
        Used: '6 credits',
        Held: '0 credits',
        Left: '2994 credits',
        You: 'You have used 6 credits of them.',
      });
    expect(await credits(stage, people.secondMember)).toMatchObject({
      Used: '6 credits',
      You: 'You have used 0 credits of them.',
    });
    expectNoViolations(stage);
  });

  it('sends the document’s fields and no others', async () => {
    const stage = await setStage();

    await imagine(stage).settled();
    await imagine(stage, {
      prompt: 'A fox',
      negative_prompt: 'snow',
      style_preset: 'origami',
      aspect_ratio: '21:9',
      seed: 4294967294,
    }).settled();

    const [plain, full] = stage.service.requests;
    expect(plain?.headers).toMatchObject({
      authorization: STAGE_KEY,
      'content-type': 'application/json',
    });
    expect(JSON.parse(plain?.body ?? '')).toEqual({
      prompt: 'A lighthouse on a cliff',
      width: 1024,
      height: 1024,
      aspect_ratio: '1:1',
      seed: expect.any(Number),
    });
    expect(JSON.parse(full?.body ?? '')).toEqual({
      prompt: 'A fox',
      width: 1344,
      height: 576,
      aspect_ratio: '21:9',
      seed: 4294967294,
      negative_prompt: 'snow',
      style_preset: 'origami',
    });
  });

  it('makes one paid call a picture, with seeds that follow the member’s own', async () => {
    const stage = await setStage();

    const message = await imagine(stage, { count: 4, seed: 4294967293 }).settled();

    expect(message.attachments).toHaveLength(4);
    const seeds = stage.service.requests.map(({ body }) => JSON.parse(body).seed as number);
    expect(seeds.toSorted((a, b) => a - b)).toEqual([1, 2, 4294967293, 4294967294]);
    expect(message.content).toContain('seeds 4294967293, 4294967294, 1, 2');
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: '24 credits', Held: '0 credits' });
    expectNoViolations(stage);
  });
});

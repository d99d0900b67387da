import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspectRatios, MAX_SEED, stylePresets } from '../src/image-api/contract.ts';
import { parseRequest, seedsFor } from '../src/request.ts';
import { pictureRequest } from './support/edge-pictures.ts';

const refusal = (field: string, problem = 'bad-value') => ({
  refusal: { kind: 'invalid', field, problem },
});

describe('the options of /imagine', () => {
  it('are a square picture unless more is said', () => {
    expect(parseRequest({ prompt: ' A  fox ' })).toEqual({
      request: { prompt: 'A fox', aspectRatio: '1:1', count: 1 },
    });
  });

  it('are all taken over', () => {
    const options = {
      prompt: 'A fox',
      negative_prompt: 'snow ',
      style_preset: 'origami',
      aspect_ratio: '9:21',
      seed: MAX_SEED,
      count: 4,
    };
    expect(parseRequest(options)).toEqual({
      request: {
        prompt: 'A fox',
        negativePrompt: 'snow',
        stylePreset: 'origami',
        aspectRatio: '9:21',
        seed: MAX_SEED,
        count: 4,
      },
    });
  });

  it('leave out a seed of 0, which asks for a random one, and a negative prompt of nothing', () => {
    const options = { prompt: 'A fox', seed: 0, negative_prompt: ' \u200b\u200d' };
    expect(parseRequest(options)).toEqual({
      request: { prompt: 'A fox', aspectRatio: '1:1', count: 1 },
    });
  });

  it('may have a prompt and a negative prompt of 6,000 characters and no more', () => {
    const most = 'x'.repeat(6_000);
    expect(parseRequest({ prompt: most, negative_prompt: most })).toMatchObject({
      request: { prompt: most, negativePrompt: most },
    });
    expect(parseRequest({ prompt: `${most}x` })).toEqual(refusal('prompt', 'too-long'));
    expect(parseRequest({ prompt: 'A fox', negative_prompt: `${most}x` })).toEqual(
      refusal('negative_prompt', 'too-long'),
    );
  });

  it.each([
    ['prompt', undefined],
    ['prompt', null],
    ['prompt', 7],
    ['prompt', ['A fox']],
    ['prompt', ''],
    ['prompt', ' \u200b\u2060\u200d\ufe0f '],
    ['negative_prompt', 7],
    ['negative_prompt', null],
    ['style_preset', 'vaporwave'],
    ['style_preset', 'Origami'],
    ['style_preset', ''],
    ['style_preset', 'toString'],
    ['aspect_ratio', '4:3'],
    ['aspect_ratio', 1],
    ['seed', -1],
    ['seed', MAX_SEED + 1],
    ['seed', 1.5],
    ['seed', '7'],
    ['seed', Number.NaN],
    ['count', 0],
    ['count', 5],
    ['count', 1.5],
    ['count', '2'],
  ])('are refused with a %s of %j', (field, value) => {
    expect(parseRequest({ prompt: 'A fox', [field]: value })).toEqual(refusal(field));
  });

  it.each([...stylePresets])('may have the style %s', (style) => {
    expect(parseRequest({ prompt: 'A fox', style_preset: style })).toMatchObject({
      request: { stylePreset: style },
    });
  });

  it.each([...aspectRatios])('may have the shape %s', (ratio) => {
    expect(parseRequest({ prompt: 'A fox', aspect_ratio: ratio })).toMatchObject({
      request: { aspectRatio: ratio },
    });
  });
});

describe('the seeds of a request', () => {
  it('go upwards from the member’s own and start again at 1', () => {
    const request = pictureRequest({ seed: MAX_SEED - 1, count: 4 });
    expect(seedsFor(request, () => 0)).toEqual([MAX_SEED - 1, MAX_SEED, 1, 2]);
  });

  it.each([
    [0, 1],
    [0.5, 1_073_741_824],
    [1 - Number.EPSILON / 2, 2_147_483_647],
  ])('come from chance otherwise: %d gives %d', (random, seed) => {
    expect(seedsFor(pictureRequest(), () => random)).toEqual([seed]);
  });

  it('are as many as the pictures, each its own draw and each one the service takes', () => {
    const seed = fc.option(fc.integer({ min: 1, max: MAX_SEED }), { nil: undefined });
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 4 }), (own, count) => {
        let draws = 0;
        const request = pictureRequest({ count, ...(own !== undefined && { seed: own }) });
        const seeds = seedsFor(request, () => (draws += 1) / 8);
        expect(new Set(seeds).size).toBe(count);
        expect(seeds.every((each) => each >= 1 && each <= MAX_SEED)).toBe(true);
        expect(draws).toBe(own === undefined ? count : 0);
      }),
    );
  });
});

it('refuses a prompt that grows beyond the service’s limit when it is composed', () => {
  const shin = String.fromCodePoint(0xfb2c);
  expect(parseRequest({ prompt: shin.repeat(6_000) })).toEqual({
    refusal: { kind: 'invalid', field: 'prompt', problem: 'too-long' },
  });
  expect(parseRequest({ prompt: shin.repeat(3_000) })).toHaveProperty('request');
});

import { describe, expect, it } from 'vitest';
import { stylePresets } from '../../src/image-api/contract.ts';
import { isNone, parseTasteOrder } from '../../src/tastes/orders.ts';

const set = (options: Readonly<Record<string, unknown>>) => parseTasteOrder('set', options);

describe('what a member asks of their defaults', () => {
  it('is to see them, to take them away, or nothing that is known', () => {
    expect(parseTasteOrder('show', { style_preset: 'anime' })).toEqual({ name: 'show' });
    expect(parseTasteOrder('clear', {})).toEqual({ name: 'clear' });
    for (const name of ['', 'reset', 'toString']) expect(parseTasteOrder(name, {})).toBeUndefined();
  });

  it('sets any of them, a negative prompt as it is sent on', () => {
    for (const style_preset of stylePresets) {
      expect(set({ style_preset })).toEqual({
        name: 'set',
        changes: { stylePreset: style_preset },
      });
    }
    expect(set({ aspect_ratio: '9:21', negative_prompt: ' blurry \n people\u202e ' })).toEqual({
      name: 'set',
      changes: { aspectRatio: '9:21', negativePrompt: 'blurry people' },
    });
  });

  it('asks for no style or a square in place of the server’s, and takes a negative prompt away', () => {
    const options = { style_preset: 'none', aspect_ratio: '1:1', negative_prompt: ' None' };
    expect(set(options)).toEqual({
      name: 'set',
      changes: { stylePreset: 'none', aspectRatio: '1:1', negativePrompt: null },
    });
  });

  it.each([
    [{}, 'nothing'],
    [{ style_preset: 'vaporwave' }, 'style'],
    [{ style_preset: '' }, 'style'],
    [{ style_preset: 7 }, 'style'],
    [{ aspect_ratio: '7:5' }, 'shape'],
    [{ aspect_ratio: 'none' }, 'shape'],
    [{ negative_prompt: '\u200b' }, 'negative-prompt'],
    [{ negative_prompt: true }, 'negative-prompt'],
    [{ negative_prompt: 'x'.repeat(6_001) }, 'negative-prompt-too-long'],
    // Composing makes this one longer than the service takes.
    [{ negative_prompt: '\ufb2c'.repeat(6_000) }, 'negative-prompt-too-long'],
    [{ style_preset: 'anime', aspect_ratio: '7:5' }, 'shape'],
  ])('%j cannot be carried out', (options, problem) => {
    expect(set(options)).toEqual({ name: 'set', problem });
  });

  it('takes the longest negative prompt', () => {
    const negative_prompt = 'x'.repeat(6_000);
    expect(set({ negative_prompt })).toMatchObject({
      changes: { negativePrompt: negative_prompt },
    });
  });
});

describe('none', () => {
  it('is the word alone, however it is written', () => {
    for (const text of ['none', 'NONE', ' None ', 'no\u200bne']) expect(isNone(text)).toBe(true);
    for (const text of ['', 'none of it', 'nonesuch', 'no']) expect(isNone(text)).toBe(false);
  });
});

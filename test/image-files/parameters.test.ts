import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stylePresets } from '../../src/image-api/contract.ts';
import { type Making, parametersText } from '../../src/image-files/parameters.ts';
import { cleanPrompt } from '../../src/prompt.ts';

const making = (fields: Partial<Making> = {}): Making => ({
  prompt: 'A fox',
  width: 1024,
  height: 768,
  seed: 7,
  sampleEngine: false,
  ...fields,
});

/** Reads the text as programs do: settings on the last line, the negative prompt behind its name. */
function read(text: string) {
  const [prompt = '', ...lines] = text.split('\n');
  const settings = [...(lines.pop() ?? '').matchAll(/\s*(\w[\w \-/]+):\s*("[^"]+"|[^,]*)(?:,|$)/g)];
  return {
    prompt,
    negative: lines.map((line) => line.replace(/^Negative prompt: /, '')),
    settings: Object.fromEntries(
      settings.map(([, name = '', value = '']) => [name, value.replace(/^"(.*)"$/, '$1')]),
    ),
  };
}

describe('the parameters of a picture', () => {
  it('are prompt and settings', () => {
    expect(parametersText(making())).toBe(
      'A fox\nSize: 1024x768, Seed: 7, Model: Stable Image Core',
    );
  });

  it('name what was excluded and the style', () => {
    const fields = { negativePrompt: 'snow, ice', stylePreset: 'neon-punk' };
    expect(parametersText(making(fields))).toBe(
      [
        'A fox',
        'Negative prompt: snow, ice',
        'Size: 1024x768, Seed: 7, Style preset: neon-punk, Model: Stable Image Core',
      ].join('\n'),
    );
  });

  it('do not call the sample engine a model', () => {
    const { settings } = read(parametersText(making({ sampleEngine: true })));
    expect(settings['Model']).toBe('Sample engine (algorithm, no AI model)');
  });

  it('cannot be forged by a prompt', () => {
    const prompt = 'A fox\nNegative prompt: hens\r\nSteps: 1, Seed: 666, Size: 1x1, Model: other';
    const { settings, negative } = read(parametersText(making({ prompt, negativePrompt: prompt })));
    expect(settings).toEqual({ Size: '1024x768', Seed: '7', Model: 'Stable Image Core' });
    expect(negative).toHaveLength(1);
  });

  it('are read back as they were, whatever was asked for', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).map(cleanPrompt);
    const asked = fc.record({
      prompt: text.filter((prompt) => prompt !== ''),
      negativePrompt: text,
      stylePreset: fc.constantFrom('', ...stylePresets),
      seed: fc.nat(),
      sampleEngine: fc.boolean(),
    });
    fc.assert(
      fc.property(asked, (fields) => {
        const { prompt, negative, settings } = read(parametersText(making(fields)));
        expect(prompt).toBe(fields.prompt);
        expect(negative).toEqual(fields.negativePrompt === '' ? [] : [fields.negativePrompt]);
        expect(settings).toMatchObject({ Seed: `${fields.seed}`, Size: '1024x768' });
        expect(settings['Style preset'] ?? '').toBe(fields.stylePreset);
      }),
    );
  });
});

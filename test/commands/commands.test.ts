import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { imagine } from '../../commands/imagine.ts';
import { checkCommands } from '../../playground/discord/rules/index.ts';
import { ASPECT_RATIOS, STYLE_PRESETS } from '../../src/image-api/contract.ts';

const { options } = imagine.data;

describe('what Discord is told of the commands', () => {
  it('breaks none of its rules', () => {
    expect(checkCommands(commands.map(({ data }) => data))).toEqual([]);
  });

  it('offers them in servers only, by the server’s own installation', () => {
    expect(commands.map(({ data }) => [data.name, data.contexts, data.integration_types])).toEqual([
      ['imagine', [0], [0]],
      ['credits', [0], [0]],
    ]);
  });

  it('names the options of /imagine in their order, the prompt alone required', () => {
    expect(options.map((option) => [option.name, 'required' in option])).toEqual([
      ['prompt', true],
      ['negative_prompt', false],
      ['style_preset', false],
      ['aspect_ratio', false],
      ['seed', false],
      ['count', false],
    ]);
  });

  it('bounds them as they are checked', () => {
    expect(Object.fromEntries(options.map((option) => [option.name, option]))).toMatchObject({
      prompt: { max_length: 6_000 },
      negative_prompt: { max_length: 6_000 },
      seed: { min_value: 0, max_value: 4_294_967_294 },
      count: { min_value: 1, max_value: 4 },
    });
  });

  it.each([
    ['style_preset', STYLE_PRESETS, 17],
    ['aspect_ratio', ASPECT_RATIOS, 9],
  ] as const)('offers every %s of the API document', (name, table, length) => {
    const [option] = options.filter((each) => each.name === name);
    const choices = option !== undefined && 'choices' in option ? option.choices : [];
    expect(choices).toHaveLength(length);
    expect(Object.fromEntries(choices.map(({ value, name: label }) => [value, label]))).toEqual(
      table,
    );
  });
});

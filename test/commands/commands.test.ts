import { describe, expect, it } from 'vitest';
import { budget } from '../../commands/budget.ts';
import { commands, messageMenu } from '../../commands/index.ts';
import { imagine } from '../../commands/imagine.ts';
import { style } from '../../commands/style.ts';
import { checkCommands } from '../../playground/discord/rules/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { ASPECT_RATIOS, STYLE_PRESETS } from '../../src/image-api/contract.ts';

const { options } = imagine.data;
const [, { options: defaults }] = style.data.options;

/** The options of all subcommands. */
const optionsOf = ({ data }: Command): readonly { type: number }[] =>
  (data.options ?? []).flatMap((option) => [
    ...('options' in option ? (option.options ?? []) : []),
  ]);

describe('what Discord is told of the commands', () => {
  it('breaks none of its rules', () => {
    expect(checkCommands([...commands, ...messageMenu].map(({ data }) => data))).toEqual([]);
  });

  it('offers them in servers only, by the server’s own installation', () => {
    const all = [...commands, ...messageMenu];
    expect(all.map(({ data }) => [data.name, data.contexts, data.integration_types])).toEqual([
      ['imagine', [0], [0]],
      ['history', [0], [0]],
      ['style', [0], [0]],
      ['credits', [0], [0]],
      ['moderation', [0], [0]],
      ['settings', [0], [0]],
      ['budget', [0], [0]],
      ['Picture details', [0], [0]],
      ['Imagine like this', [0], [0]],
      ['Report picture', [0], [0]],
    ]);
  });

  it('offers /moderation to moderators, /settings to who manages the server, and /budget to administrators', () => {
    const guarded = commands.flatMap(({ data: { name, default_member_permissions: needed } }) =>
      needed === undefined ? [] : [[name, needed]],
    );
    expect(guarded).toEqual([
      ['moderation', '8192'],
      ['settings', '32'],
      ['budget', '0'],
    ]);
  });

  it('bounds every amount of /budget by what can be stored', () => {
    const amounts = optionsOf(budget).filter(({ type }) => type === 4);
    expect(amounts).toHaveLength(1);
    for (const amount of amounts) {
      expect(amount).toMatchObject({ min_value: 0, max_value: 1_000_000_000 });
    }
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
    ['style_preset', { none: 'No style', ...STYLE_PRESETS }, 18],
    ['aspect_ratio', ASPECT_RATIOS, 9],
  ] as const)('offers every %s of the API document', (name, table, length) => {
    for (const offered of [options, defaults]) {
      const [option] = offered.filter((each) => each.name === name);
      const choices = option !== undefined && 'choices' in option ? option.choices : [];
      expect(choices).toHaveLength(length);
      expect(Object.fromEntries(choices.map(({ value, name: label }) => [value, label]))).toEqual(
        table,
      );
    }
  });

  it('asks of /style what /imagine asks of a picture, and requires none of it', () => {
    const asked = ['style_preset', 'aspect_ratio', 'negative_prompt'];
    expect(defaults.map(({ name }) => name)).toEqual(asked);
    expect(defaults.filter((option) => 'required' in option)).toEqual([]);
    expect(defaults.at(-1)).toMatchObject({ max_length: 6_000 });
  });
});

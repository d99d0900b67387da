import type { CommandView, OptionView } from '../../playground/page/contract.ts';

/** An option as the page is told of it: a text without limits, unless given otherwise. */
export const optionView = (parts: Partial<OptionView> = {}): OptionView => ({
  type: 3,
  name: 'prompt',
  description: 'What',
  required: false,
  autocomplete: false,
  choices: [],
  channelTypes: [],
  min: null,
  max: null,
  minLength: null,
  maxLength: null,
  ...parts,
});

/** A slash command as the page is told of it, usable in channel 1. */
export const commandView = (name: string, options: readonly OptionView[] = []): CommandView => ({
  type: 1,
  name,
  description: `About ${name}`,
  options: [...options],
  permissions: null,
  usableIn: ['1'],
});

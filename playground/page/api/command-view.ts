import type { WireCommand, WireCommandOption } from '../../discord/index.ts';
import type { CommandView, OptionView } from '../contract.ts';

const SUBCOMMAND = 1;
const GROUP = 2;

const isNested = ({ type }: WireCommandOption): boolean => type === SUBCOMMAND || type === GROUP;

const optionView = (option: WireCommandOption): OptionView => ({
  type: option.type,
  name: option.name,
  description: option.description ?? '',
  required: option.required ?? false,
  autocomplete: option.autocomplete ?? false,
  choices: [...(option.choices ?? [])],
  channelTypes: [...(option.channel_types ?? [])],
  min: option.min_value ?? null,
  max: option.max_value ?? null,
  minLength: option.min_length ?? null,
  maxLength: option.max_length ?? null,
});

/** A command as the page offers it, its subcommands one by one; `usableIn` are ids of channels. */
export function commandViews(command: WireCommand, usableIn: readonly string[]): CommandView[] {
  const { type, default_member_permissions: permissions } = command;
  const unfold = (
    name: string,
    { description = '', options = [] }: Pick<WireCommandOption, 'description' | 'options'>,
  ): CommandView[] =>
    options.some(isNested)
      ? options.filter(isNested).flatMap((inner) => unfold(`${name} ${inner.name}`, inner))
      : [
          {
            type,
            name,
            description,
            options: options.map(optionView),
            permissions,
            usableIn: [...usableIn],
          },
        ];
  return unfold(command.name, command);
}

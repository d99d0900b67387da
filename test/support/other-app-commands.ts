import {
  ApplicationCommandOptionTypes,
  ApplicationCommandTypes,
  type CreateApplicationCommandOptions,
} from 'oceanic.js';

/** Names of the pictures the option `title` suggests. */
const TITLES = ['Harbour at dawn', 'Harbour at night', 'Orchard', 'Winter field'] as const;

/** The titles that contain what was typed, whatever its case. */
export function suggestedTitles(typed: string): readonly string[] {
  const wanted = typed.toLowerCase();
  return TITLES.filter((title) => title.toLowerCase().includes(wanted));
}

/** Every sort of command there is: one that is typed, one on a person, one on a message. */
export const OTHER_COMMANDS: CreateApplicationCommandOptions[] = [
  {
    type: ApplicationCommandTypes.CHAT_INPUT,
    name: 'hang',
    description: 'Hang a picture on the wall',
    options: [
      {
        type: ApplicationCommandOptionTypes.STRING,
        name: 'title',
        description: 'What the picture is called',
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionTypes.STRING,
        name: 'wall',
        description: 'Where it hangs',
        choices: [
          { name: 'North wall', value: 'north' },
          { name: 'South wall', value: 'south' },
        ],
      },
    ],
  },
  { type: ApplicationCommandTypes.USER, name: 'Introduce' },
  { type: ApplicationCommandTypes.MESSAGE, name: 'Quote' },
];

import { STYLE_PRESETS } from '../image-api/contract.ts';
import { NONE } from '../tastes/orders.ts';

/** A choice of a command's option, in Discord's own shape. */
interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The choices for a table of values, each with its name for people. */
export const choicesOf = (table: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(table).map(([value, name]) => ({ name, value }));

/** The styles, after the choice of none. */
export const styleChoices = (): Choice[] => [
  { name: 'No style', value: NONE },
  ...choicesOf(STYLE_PRESETS),
];

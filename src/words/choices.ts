import { ASPECT_RATIOS, STYLE_PRESETS } from '../image-api/contract.ts';
import { NONE } from '../tastes/orders.ts';

const NO_STYLE = 'No style';

/** A choice of a command's option, in Discord's own shape. */
interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The choices for a table of values, each with its name for people. */
export const choicesOf = (table: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(table).map(([value, name]) => ({ name, value }));

/** A name from a table, or the value itself where the table does not know it any more. */
const nameIn = (table: Readonly<Record<string, string>>, value: string): string =>
  table[value] ?? value;

/** A shape by its name for people. */
export const shapeName = (value: string): string => nameIn(ASPECT_RATIOS, value);

/** A style by its name for people; null is none. */
export const styleName = (value: string | null): string =>
  nameIn({ [NONE]: NO_STYLE, ...STYLE_PRESETS }, value ?? NONE);

/** The styles, after the choice of none. */
export const styleChoices = (): Choice[] => [
  { name: NO_STYLE, value: NONE },
  ...choicesOf(STYLE_PRESETS),
];

import { flatten } from '../../discord/components.ts';
import type { Discord, Thing, WireComponent } from '../../discord/index.ts';
import { thingOf } from './filled-options.ts';

const STRING_SELECT = 3;

/**
 * Reads what was chosen in a menu, by its custom_id: the values of a string menu are texts, those of menus of
 * people, roles and channels are ids. Throws PageRefusal when an id is nobody's.
 */
export function chosenValues(
  discord: Discord,
  components: readonly WireComponent[],
  menu: string,
): (values: readonly string[]) => (string | Thing)[] {
  const found = flatten(components).find(({ custom_id }) => custom_id === menu);
  if (found === undefined || found.type === STRING_SELECT) return (values) => [...values];
  return (values) => values.map((id) => thingOf(discord, id));
}

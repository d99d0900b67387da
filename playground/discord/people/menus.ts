import type { WireComponent } from '../wire.ts';
import type { References, Taken, Thing } from './references.ts';
import { ClientRefusal } from './refusal.ts';

/** Values of a string menu's options, or the things chosen in a menu of people, roles or channels. */
export type Chosen = readonly (string | Thing)[];

const STRING_SELECT = 3;

/** What each kind of select menu offers: nothing to point at in a string menu. */
const OFFERED: ReadonlyMap<number, Taken['sorts']> = new Map([
  [STRING_SELECT, []],
  [5, ['user']],
  [6, ['role']],
  [7, ['user', 'role']],
  [8, ['channel']],
]);

export function isMenu({ type }: WireComponent): boolean {
  return OFFERED.has(type);
}

/** Checks a choice and gives the values the client sends. Throws ClientRefusal when it is not to be had. */
export function choose(menu: WireComponent, chosen: Chosen, references: References): string[] {
  const { min_values: min = 1, max_values: max = 1, channel_types: channelTypes } = menu;
  if (chosen.length < min || chosen.length > max)
    throw new ClientRefusal(`the menu takes ${min} to ${max} values.`);
  const taken = { by: 'the menu', sorts: OFFERED.get(menu.type) ?? [], channelTypes };
  return chosen.map((value) => {
    if (typeof value !== 'string') return references.refer(value, taken);
    const offered = menu.options?.some((option) => option.value === value) === true;
    if (!offered) throw new ClientRefusal(`the menu has no option "${value}".`);
    return value;
  });
}

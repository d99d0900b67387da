import type { CommandView, OptionValue, OptionView } from '../../contract.ts';
import { type Entry, fault, read } from './entry.ts';

/** A command being filled in; entries stand in the order they were taken up. */
export interface Draft {
  readonly command: CommandView;
  readonly entries: readonly Entry[];
}

/** A command with its required options taken up. */
export const draftOf = (command: CommandView): Draft => ({
  command,
  entries: command.options
    .filter(({ required }) => required)
    .map(({ name }) => ({ name, text: '' })),
});

export const optionOf = ({ command }: Draft, name: string): OptionView | undefined =>
  command.options.find((option) => option.name === name);

/** The options not yet taken up that a text could mean. */
export function remaining({ command, entries }: Draft, text: string): OptionView[] {
  const taken = new Set(entries.map(({ name }) => name));
  const typed = text.trim().toLowerCase();
  return command.options.filter(({ name }) => !taken.has(name) && name.includes(typed));
}

/** The draft with one entry put in, at its place or at the end. */
export function withEntry(draft: Draft, entry: Entry): Draft {
  const { entries } = draft;
  const has = entries.some(({ name }) => name === entry.name);
  const next = has
    ? entries.map((old) => (old.name === entry.name ? entry : old))
    : [...entries, entry];
  return { ...draft, entries: next };
}

export const withoutEntry = (draft: Draft, name: string): Draft => ({
  ...draft,
  entries: draft.entries.filter((entry) => entry.name !== name),
});

/** The first entry that keeps the draft from being sent, and why. */
export function firstFault(draft: Draft): { name: string; reason: string } | undefined {
  for (const entry of draft.entries) {
    const option = optionOf(draft, entry.name);
    const reason = option && fault(option, entry);
    if (reason !== undefined) return { name: entry.name, reason };
  }
  return undefined;
}

/** The values that can be sent so far, by option. */
export function values(draft: Draft): Record<string, OptionValue> {
  const all = draft.entries.flatMap((entry): [string, OptionValue][] => {
    const option = optionOf(draft, entry.name);
    const reading = option && read(option, entry);
    return reading?.kind === 'value' ? [[entry.name, reading.value]] : [];
  });
  return Object.fromEntries(all);
}

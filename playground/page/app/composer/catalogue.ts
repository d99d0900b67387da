import type { CommandView } from '../../contract.ts';

const SLASH = 1;

/** The slash commands offered in a channel that a text could become, best first; the text begins with `/`. */
export function matchCommands(
  commands: readonly CommandView[],
  channelId: string,
  text: string,
): CommandView[] {
  const typed = text.slice(1).trimStart().toLowerCase();
  const offered = commands.filter(
    ({ type, usableIn, name }) =>
      type === SLASH && usableIn.includes(channelId) && name.includes(typed),
  );
  const late = ({ name }: CommandView): number => (name.startsWith(typed) ? 0 : 1);
  return offered.toSorted((a, b) => late(a) - late(b) || a.name.localeCompare(b.name));
}

/** The command a text names in full: `/imagine ` with a space behind it, when no longer name could follow. */
export function namedCommand(
  commands: readonly CommandView[],
  channelId: string,
  text: string,
): CommandView | undefined {
  if (!text.endsWith(' ')) return undefined;
  const typed = text.slice(1).trim().toLowerCase();
  const matches = matchCommands(commands, channelId, `/${typed}`);
  if (matches.some(({ name }) => name.startsWith(`${typed} `))) return undefined;
  return matches.find(({ name }) => name === typed);
}

import type { CommandView, OptionView, PageState } from '../../contract.ts';
import { matchCommands } from './catalogue.ts';
import { type Draft, optionOf, remaining } from './draft.ts';
import { commandRows, optionNote, optionRows, type Picker, suggestionRows } from './picker.ts';
import { type Suggestion, suggest } from './suggestions.ts';

/** Where the message box stands. */
export interface Standing {
  readonly state: PageState;
  readonly channelId: string;
  readonly guildId: string;
  readonly text: string;
  readonly draft: Draft | null;
  /** The option with the cursor; empty for the box. */
  readonly focused: string | null;
  /** What the bot suggests. */
  readonly offered: readonly Suggestion[];
}

interface Acceptance {
  readonly command: (command: CommandView) => void;
  readonly option: (option: OptionView) => void;
  readonly value: (name: string, suggestion: Suggestion) => void;
}

/** What an option can be filled with at the moment. */
export function suggestionsFor(standing: Standing, option: OptionView): readonly Suggestion[] {
  if (option.autocomplete) return standing.offered;
  const entry = standing.draft?.entries.find(({ name }) => name === option.name);
  return suggest(option, entry?.text ?? '', standing.state, standing.guildId);
}

function ofCommands(standing: Standing, accept: Acceptance['command']): Picker | undefined {
  const { state, channelId, text } = standing;
  if (!text.startsWith('/')) return undefined;
  const rows = commandRows(matchCommands(state.commands, channelId, text), accept);
  const note = rows.length === 0 ? 'No command that you can use here is called that.' : '';
  return { title: 'Commands', note, rows };
}

/** The list to show above the message box; undefined for none. */
export function pickerFor(standing: Standing, accept: Acceptance): Picker | undefined {
  const { draft, focused, text } = standing;
  if (focused === null) return undefined;
  if (draft === null) return ofCommands(standing, accept.command);
  const option = optionOf(draft, focused);
  if (option === undefined) {
    const rows = optionRows(remaining(draft, text), accept.option);
    return { title: `Options of /${draft.command.name}`, note: draft.command.description, rows };
  }
  const rows = suggestionRows(suggestionsFor(standing, option), (suggestion) =>
    accept.value(option.name, suggestion),
  );
  return { title: option.name, note: optionNote(option), rows };
}

import { html, nothing, type TemplateResult } from 'lit';
import type { CommandView, OptionView } from '../../contract.ts';
import { kindName, limits } from './entry.ts';
import type { Suggestion } from './suggestions.ts';

/** A row of the list above the message box. */
export interface Row {
  readonly label: string;
  readonly hint: string;
  readonly accept: () => void;
}

/** The list above the message box. */
export interface Picker {
  readonly title: string;
  /** What to know about the option at hand; empty for none. */
  readonly note: string;
  readonly rows: readonly Row[];
}

/** The id of a row's element, for aria-activedescendant. */
export const rowId = (index: number): string => `picker-row-${index}`;

/** What an option takes: its description, type and limits. */
export function optionNote(option: OptionView): string {
  const { description, required, autocomplete } = option;
  const takes = [
    kindName(option),
    limits(option),
    required ? 'required' : 'optional',
    ...(autocomplete ? ['suggestions as you type'] : []),
  ];
  return `${description} (${takes.filter((word) => word !== '').join(', ')})`;
}

export const commandRows = (
  commands: readonly CommandView[],
  accept: (command: CommandView) => void,
): Row[] =>
  commands.map((command) => ({
    label: `/${command.name}`,
    hint: command.description,
    accept: () => accept(command),
  }));

export const optionRows = (
  options: readonly OptionView[],
  accept: (option: OptionView) => void,
): Row[] =>
  options.map((option) => ({
    label: option.name,
    hint: option.description,
    accept: () => accept(option),
  }));

export const suggestionRows = (
  suggestions: readonly Suggestion[],
  accept: (suggestion: Suggestion) => void,
): Row[] =>
  suggestions.map((suggestion) => ({
    label: suggestion.label,
    hint: suggestion.hint,
    accept: () => accept(suggestion),
  }));

// A press must not take the cursor out of the message box.
const keepCursor = (event: Event): void => event.preventDefault();

function row({ label, hint, accept }: Row, index: number, isActive: boolean): TemplateResult {
  return html`<div
    role="option"
    id=${rowId(index)}
    aria-selected=${isActive}
    @mousedown=${keepCursor}
    @click=${accept}
  >
    <b>${label}</b> ${hint === '' ? nothing : html`<span>${hint}</span>`}
  </div>`;
}

/** The list as it is shown; `active` is -1 when no row is. */
export function pickerView({ title, note, rows }: Picker, active: number): TemplateResult {
  return html`<div class="picker">
    <p class="picker-title">${title}</p>
    ${note === '' ? nothing : html`<p class="picker-note" id="picker-note">${note}</p>`}
    ${
      rows.length === 0
        ? nothing
        : html`<div role="listbox" id="picker-list" aria-label=${title}>
          ${rows.map((one, index) => row(one, index, index === active))}
        </div>`
    }
  </div>`;
}

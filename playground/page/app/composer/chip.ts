import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OptionView } from '../../contract.ts';
import { drawing } from '../shell/icons.ts';
import { type Entry, fault, OptionKind } from './entry.ts';
import { rowId } from './picker.ts';

/** What a chip does when it is used. */
interface ChipActions {
  readonly type: (text: string) => void;
  readonly file: (file: File) => void;
  readonly focus: () => void;
  readonly keys: (event: KeyboardEvent) => void;
  readonly remove: () => void;
}

/** How a chip stands at the moment. */
interface ChipState {
  readonly isFocused: boolean;
  /** The row its list points at; -1 for none. */
  readonly active: number;
  readonly hasList: boolean;
  /** Wrong values are marked once its person went on, or tried to send. */
  readonly isJudged: boolean;
}

const chosenFile = ({ target }: Event): File | undefined =>
  target instanceof HTMLInputElement ? target.files?.[0] : undefined;

function fileInput(option: OptionView, actions: ChipActions): TemplateResult {
  const take = (event: Event): void => {
    const file = chosenFile(event);
    if (file !== undefined) actions.file(file);
  };
  return html`<input
    type="file"
    id=${`option-${option.name}`}
    @change=${take}
    @focus=${actions.focus}
    @keydown=${actions.keys}
  />`;
}

function textInput(option: OptionView, entry: Entry, state: ChipState, actions: ChipActions) {
  const { isFocused, active, hasList } = state;
  return html`<input
    type="text"
    size="1"
    id=${`option-${option.name}`}
    role="combobox"
    autocomplete="off"
    spellcheck=${option.type === OptionKind.String}
    inputmode=${option.type === OptionKind.Integer ? 'numeric' : 'text'}
    aria-required=${option.required}
    aria-invalid=${state.isJudged && fault(option, entry) !== undefined}
    aria-autocomplete="list"
    aria-expanded=${isFocused && hasList}
    aria-controls=${isFocused && hasList ? 'picker-list' : nothing}
    aria-activedescendant=${isFocused && active >= 0 ? rowId(active) : nothing}
    aria-describedby=${isFocused ? 'picker-note' : nothing}
    .value=${live(entry.text)}
    @input=${({ target }: Event) => target instanceof HTMLInputElement && actions.type(target.value)}
    @focus=${actions.focus}
    @keydown=${actions.keys}
  />`;
}

/** A cross for the mouse; the keyboard has Backspace and Escape. */
export const removal = (label: string, remove: () => void): TemplateResult =>
  html`<button type="button" class="remove" tabindex="-1" aria-label=${label} @click=${remove}>
    ${drawing('close')}
  </button>`;

/** One option of a command being filled in. */
export function chip(
  option: OptionView,
  entry: Entry,
  state: ChipState,
  actions: ChipActions,
): TemplateResult {
  const problem = state.isJudged ? fault(option, entry) : undefined;
  const isFile = option.type === OptionKind.File;
  return html`<span class=${problem === undefined ? 'chip' : 'chip wrong'}>
    <label for=${`option-${option.name}`}
      >${option.name}${option.required ? html`<span aria-hidden="true">*</span>` : nothing}</label
    >
    ${
      isFile
        ? fileInput(option, actions)
        : html`<span class="grow" data-text=${entry.text}
          >${textInput(option, entry, state, actions)}</span
        >`
    }
    ${option.required ? nothing : removal(`Remove ${option.name}`, actions.remove)}
  </span>`;
}

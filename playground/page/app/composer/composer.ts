import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OptionView } from '../../contract.ts';
import type { Deed } from '../events.ts';
import type { Outcome } from '../store/client.ts';
import { drawing } from '../shell/icons.ts';
import { chip, removal } from './chip.ts';
import { createCompletion } from './completion.ts';
import { type Draft, firstFault, optionOf, remaining, values } from './draft.ts';
import { BOX, Drafting } from './drafting.ts';
import type { Entry } from './entry.ts';
import { asFileValue } from './file-value.ts';
import { keyOf } from './keys.ts';
import { pickerFor } from './list.ts';
import { type Picker, pickerView, rowId } from './picker.ts';

/** The message box: it knows the registered commands and helps to fill them in. */
export class Composer extends Drafting {
  static override properties = { channelName: {}, perform: { attribute: false } };
  declare channelName: string;
  declare perform: (deed: Deed) => Promise<Outcome>;
  #completion = createCompletion();

  get #picker(): Picker | undefined {
    if (this.isClosed) return undefined;
    return pickerFor(this, {
      command: (command) => this.take(command),
      option: (option) => this.takeOption(option),
      value: (name, suggestion) => this.accept(name, suggestion),
    });
  }

  async #complete({ name, autocomplete }: OptionView): Promise<void> {
    const { draft } = this;
    if (draft === null || !autocomplete) return;
    const text = draft.entries.find((entry) => entry.name === name)?.text ?? '';
    const options = { ...values(draft), [name]: text };
    const order = { channel: this.channelId, command: draft.command.name, options, focused: name };
    const offered = await this.#completion(() => this.perform({ kind: 'autocomplete', ...order }));
    if (offered === undefined || this.focused !== name) return;
    this.offered = offered;
    this.active = text !== '' && offered.length > 0 ? 0 : -1;
  }

  async #say(): Promise<void> {
    const content = this.text.trim();
    if (content === '') return;
    if (content.startsWith('/')) {
      this.note = 'There is no such command for you here. Pick one from the list.';
      return;
    }
    this.reset();
    const outcome = await this.perform({ kind: 'say', channel: this.channelId, content });
    if (outcome.kind !== 'refused') return;
    this.note = outcome.text;
    if (this.text === '') this.text = content;
  }

  async #send(): Promise<void> {
    const { draft } = this;
    if (draft === null) return this.#say();
    const wrong = firstFault(draft);
    if (wrong !== undefined) {
      this.judged = new Set(draft.entries.map(({ name }) => name));
      this.note = `${wrong.name}: ${wrong.reason}`;
      return this.focusOn(wrong.name);
    }
    this.reset();
    this.note = '';
    void this.focusOn(BOX);
    const order = { channel: this.channelId, command: draft.command.name, options: values(draft) };
    const outcome = await this.perform({ kind: 'use', ...order });
    if (outcome.kind === 'refused') this.#giveBack(draft, outcome.text);
  }

  /** What was refused comes back to be mended, unless its person went on already. */
  #giveBack(draft: Draft, reason: string): void {
    this.note = reason;
    if (this.text !== '' || this.draft !== null) return;
    this.draft = draft;
    void this.focusOn(draft.entries[0]?.name ?? BOX);
  }

  #keys(event: KeyboardEvent, name: string): void {
    const rows = this.#picker?.rows ?? [];
    const { target } = event;
    const key = keyOf(event, {
      rows: rows.length,
      active: this.active,
      hasDraft: this.draft !== null,
      isEmpty: target instanceof HTMLInputElement && target.value === '',
    });
    if (key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (key.kind === 'move') this.active = key.to;
    else if (key.kind === 'accept') rows[key.row]?.accept();
    else if (key.kind === 'give up') this.giveUp(name);
    else if (key.kind === 'escape') this.escape(rows.length > 0);
    else void this.#send();
  }

  #leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.contains(relatedTarget)) return;
    this.focused = null;
  }

  async #takeFile(option: OptionView, file: File): Promise<void> {
    this.put({ name: option.name, text: file.name, picked: await asFileValue(file) });
  }

  #chip(draft: Draft, entry: Entry, hasList: boolean): unknown {
    const option = optionOf(draft, entry.name);
    if (option === undefined) return nothing;
    const { name } = option;
    const isFocused = this.focused === name;
    const look = { isFocused, active: this.active, hasList, isJudged: this.judged.has(name) };
    return chip(option, entry, look, {
      type: (text) => {
        this.typeInto(option, text);
        void this.#complete(option);
      },
      file: (file) => void this.#takeFile(option, file),
      focus: () => {
        this.enter(name);
        void this.#complete(option);
      },
      keys: (event) => this.#keys(event, name),
      remove: () => this.giveUp(name),
    });
  }

  #placeholder(): string {
    if (this.draft === null) return `Message #${this.channelName}: type / for commands`;
    const left = remaining(this.draft, '').length;
    return left === 0 ? '' : `+${left} more`;
  }

  #box(hasList: boolean): TemplateResult {
    const isOpen = this.focused === BOX && hasList;
    const label = this.draft === null ? `Message #${this.channelName}` : 'Add an option';
    return html`<input
      id="message-box"
      type="text"
      role="combobox"
      autocomplete="off"
      enterkeyhint="send"
      class=${this.draft === null ? '' : 'tail'}
      placeholder=${this.#placeholder()}
      aria-label=${label}
      aria-autocomplete="list"
      aria-expanded=${isOpen}
      aria-controls=${isOpen ? 'picker-list' : nothing}
      aria-activedescendant=${isOpen && this.active >= 0 ? rowId(this.active) : nothing}
      aria-describedby="composer-note"
      .value=${live(this.text)}
      @input=${({ target }: Event) => target instanceof HTMLInputElement && this.write(target.value)}
      @focus=${() => this.enter(BOX)}
      @keydown=${(event: KeyboardEvent) => this.#keys(event, BOX)}
    />`;
  }

  protected override updated(): void {
    this.querySelector('.picker [aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const picker = this.#picker;
    const hasList = (picker?.rows.length ?? 0) > 0;
    const { draft } = this;
    return html`<div class="composer" @focusout=${(event: FocusEvent) => this.#leave(event)}>
      ${picker === undefined ? nothing : pickerView(picker, this.active)}
      <div class=${draft === null ? 'box' : 'box drafting'}>
        ${
          draft === null
            ? nothing
            : html`<span class="command-name"
                >/${draft.command.name}${removal(`Cancel /${draft.command.name}`, () => this.escape(false))}</span
              >
              ${draft.entries.map((entry) => this.#chip(draft, entry, hasList))}`
        }
        ${this.#box(hasList)}
        <button type="button" class="send" aria-label="Send" @click=${() => this.#send()}>
          ${drawing('send')}
        </button>
      </div>
      <p class="composer-note" id="composer-note" role="status">${this.note}</p>
    </div>`;
  }
}

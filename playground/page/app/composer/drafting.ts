import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { CommandView, OptionView, PageState } from '../../contract.ts';
import { LightElement } from '../light-element.ts';
import { namedCommand } from './catalogue.ts';
import { type Draft, draftOf, optionOf, withEntry, withoutEntry } from './draft.ts';
import { type Entry, isListed, read } from './entry.ts';
import { suggestionsFor } from './list.ts';
import type { Suggestion } from './suggestions.ts';

/** The name of the box itself: it holds the message, or the name of the next option. */
export const BOX = '';

/** What the message box holds, and how it changes as a command is found and filled in. */
export abstract class Drafting extends LightElement {
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    channelId: {},
    guildId: {},
    text: { state: true },
    draft: { state: true },
    focused: { state: true },
    active: { state: true },
    isClosed: { state: true },
    judged: { state: true },
    note: { state: true },
    offered: { state: true },
  };
  declare state: PageState;
  declare channelId: string;
  declare guildId: string;
  /** What is in the box. */
  declare text: string;
  declare draft: Draft | null;
  /** The option with the cursor; BOX for the box, null when the cursor is elsewhere. */
  declare focused: string | null;
  /** The row the list points at; -1 for none. */
  declare active: number;
  /** True when the list was put away. */
  declare isClosed: boolean;
  /** The options whose values are marked when they are wrong. */
  declare judged: ReadonlySet<string>;
  /** What to tell the person about what they typed. */
  declare note: string;
  /** What the bot suggests for the focused option. */
  declare offered: readonly Suggestion[];

  constructor() {
    super();
    this.focused = null;
    this.note = '';
    this.reset();
  }

  protected reset(text = ''): void {
    this.text = text;
    this.draft = null;
    this.active = text === '' ? -1 : 0;
    this.isClosed = false;
    this.judged = new Set();
    this.offered = [];
  }

  /** A command that this person is no longer offered here is given up. */
  protected override willUpdate(changed: PropertyValues): void {
    if (this.draft === null || !(changed.has('channelId') || changed.has('state'))) return;
    const { name } = this.draft.command;
    const command = this.state.commands.find(
      (offered) => offered.name === name && offered.usableIn.includes(this.channelId),
    );
    if (command === undefined) this.reset();
    else this.draft = { ...this.draft, command };
  }

  protected async focusOn(name: string): Promise<void> {
    await this.updateComplete;
    const id = name === BOX ? 'message-box' : `option-${name}`;
    this.querySelector<HTMLElement>(`[id="${id}"]`)?.focus();
  }

  protected take(command: CommandView): void {
    this.reset();
    this.note = '';
    this.draft = draftOf(command);
    void this.focusOn(this.draft.entries[0]?.name ?? BOX);
  }

  protected takeOption({ name }: OptionView): void {
    if (this.draft === null) return;
    this.draft = withEntry(this.draft, { name, text: '' });
    this.text = '';
    void this.focusOn(name);
  }

  protected put(entry: Entry): void {
    if (this.draft === null) return;
    this.draft = withEntry(this.draft, entry);
    this.note = '';
  }

  /** Takes a suggestion and goes on to what still needs a value, or to the box. */
  protected accept(name: string, { label, value }: Suggestion): void {
    this.put({ name, text: label, picked: value });
    const { draft } = this;
    const empty = draft?.entries.find((entry) => {
      const option = optionOf(draft, entry.name);
      return option !== undefined && read(option, entry).kind === 'empty';
    });
    void this.focusOn(empty?.name ?? BOX);
  }

  protected typeInto(option: OptionView, text: string): void {
    this.put({ name: option.name, text });
    this.isClosed = false;
    const hasRows = !option.autocomplete && suggestionsFor(this, option).length > 0;
    this.active = text !== '' && hasRows ? 0 : -1;
  }

  protected write(text: string): void {
    this.text = text;
    this.note = '';
    this.isClosed = false;
    this.active = text === '' ? -1 : 0;
    if (this.draft !== null) return;
    const command = namedCommand(this.state.commands, this.channelId, text);
    if (command !== undefined) this.take(command);
  }

  protected enter(name: string): void {
    const left = this.focused;
    if (left !== null && left !== BOX && left !== name)
      this.judged = new Set([...this.judged, left]);
    this.focused = name;
    this.offered = [];
    this.isClosed = false;
    const option = this.draft && optionOf(this.draft, name);
    const entry = this.draft?.entries.find((one) => one.name === name);
    this.active = option && isListed(option) && entry?.text === '' ? 0 : -1;
    if (name === BOX && this.text !== '') this.active = 0;
  }

  /** Backspace in something empty gives up the option, or the whole command. */
  protected giveUp(name: string): void {
    const { draft } = this;
    if (draft === null) return;
    const at =
      name === BOX ? draft.entries.length : draft.entries.findIndex((one) => one.name === name);
    const before = draft.entries[at - 1];
    const isOptional = name !== BOX && optionOf(draft, name)?.required === false;
    if (isOptional) this.draft = withoutEntry(draft, name);
    if (before !== undefined) void this.focusOn(before.name);
    else if (isOptional) void this.focusOn(BOX);
    else {
      this.reset(`/${draft.command.name}`);
      void this.focusOn(BOX);
    }
  }

  /** Escape puts the list away, then the command. */
  protected escape(hasList: boolean): void {
    if (hasList) {
      this.isClosed = true;
      this.active = -1;
      return;
    }
    this.reset();
    this.note = '';
    void this.focusOn(BOX);
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { LightElement } from '../light-element.ts';

/** One thing a menu offers. */
export interface MenuEntry {
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly act: () => void;
}

/** A menu at a point of the window. */
export interface MenuView {
  readonly title: string;
  /** What the bot's applications offer. */
  readonly apps: readonly MenuEntry[];
  readonly others: readonly MenuEntry[];
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
}

/** The menu's own size at most, in CSS pixels, so that it stays inside the window. */
const ROOM = { width: 240, height: 260 };

/** The menu of a message or a person. Fires `close`; focus goes back to where it was. */
export class ContextMenu extends LightElement {
  static override properties = { menu: { attribute: false } };
  declare menu: MenuView | null;
  #opener: Element | null = null;

  constructor() {
    super();
    this.menu = null;
  }

  protected override willUpdate(): void {
    if (this.menu !== null && this.#opener === null) this.#opener = document.activeElement;
  }

  protected override updated(): void {
    if (this.menu === null) this.#opener = null;
    else if (!this.contains(document.activeElement)) this.#items()[0]?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #close(): void {
    if (this.#opener instanceof HTMLElement) this.#opener.focus();
    this.dispatchEvent(new Event('close'));
  }

  #keys(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.contains(relatedTarget)) return;
    if (this.menu !== null) this.dispatchEvent(new Event('close'));
  }

  #item({ label, isDangerous = false, act }: MenuEntry): TemplateResult {
    const choose = (): void => {
      this.#close();
      act();
    };
    return html`<button
      type="button"
      role="menuitem"
      tabindex="-1"
      class=${isDangerous ? 'dangerous' : ''}
      @click=${choose}
    >
      ${label}
    </button>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { menu } = this;
    if (menu === null) return nothing;
    const left = Math.max(8, Math.min(menu.x, innerWidth - ROOM.width));
    const top = Math.max(8, Math.min(menu.y, innerHeight - ROOM.height));
    return html`<div
      class="context-menu"
      role="menu"
      aria-label=${menu.title}
      style=${styleMap({ left: `${left}px`, top: `${top}px` })}
      @keydown=${(event: KeyboardEvent) => this.#keys(event)}
      @focusout=${(event: FocusEvent) => this.#leave(event)}
    >
      ${
        menu.apps.length === 0
          ? nothing
          : html`<div role="group" aria-label="Apps">
            <p class="menu-title" aria-hidden="true">Apps</p>
            ${menu.apps.map((entry) => this.#item(entry))}
          </div>`
      }
      ${menu.others.map((entry) => this.#item(entry))}
    </div>`;
  }
}

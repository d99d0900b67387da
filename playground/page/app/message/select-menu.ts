import { html, nothing, type TemplateResult } from 'lit';
import type { ComponentView } from '../../contract.ts';
import { LightElement } from '../light-element.ts';
import type { Offer } from './choices.ts';

/**
 * A select menu: a disclosure with one option to pick, or with several to tick. Fires `change` with its
 * values in `chosen`.
 */
export class SelectMenu extends LightElement {
  static override properties = {
    menu: { attribute: false },
    offers: { attribute: false },
    chosen: { state: true },
    open: { state: true },
  };
  declare menu: ComponentView;
  declare offers: readonly Offer[];
  declare chosen: readonly string[];
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  /** What was last offered, and chosen beforehand: a message that changes has its own say. */
  #offered = '';

  protected override willUpdate(): void {
    const offered = JSON.stringify([this.menu, this.offers]);
    if (offered === this.#offered) return;
    this.#offered = offered;
    this.chosen = this.offers.filter(({ selected }) => selected).map(({ value }) => value);
  }

  get #most(): number {
    return this.menu.max_values ?? 1;
  }

  #close(): void {
    this.open = false;
    this.querySelector<HTMLElement>('.select-button')?.focus();
  }

  #finish(): void {
    this.#close();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #pick(value: string): void {
    const has = this.chosen.includes(value);
    if (this.#most === 1) {
      this.chosen = has && this.menu.min_values === 0 ? [] : [value];
      this.#finish();
      return;
    }
    if (!has && this.chosen.length >= this.#most) return;
    this.chosen = has ? this.chosen.filter((one) => one !== value) : [...this.chosen, value];
  }

  async #toggle(): Promise<void> {
    this.open = !this.open;
    if (!this.open) return;
    await this.updateComplete;
    const chosen = this.querySelector<HTMLElement>('[role=option][aria-selected=true]');
    (chosen ?? this.querySelector<HTMLElement>('[role=option]'))?.focus();
    this.querySelector('.select-list')?.scrollIntoView({ block: 'nearest' });
  }

  #keys(event: KeyboardEvent): void {
    const options = [...this.querySelectorAll<HTMLElement>('[role=option]')];
    const at = options.findIndex((option) => option === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (to !== undefined) options.at(to % options.length)?.focus();
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' || event.key === ' ') options[at]?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #leave(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && this.contains(event.relatedTarget)) return;
    this.open = false;
  }

  #option({ value, label, description }: Offer): TemplateResult {
    return html`<div
      role="option"
      tabindex="-1"
      aria-selected=${this.chosen.includes(value)}
      @click=${() => this.#pick(value)}
    >
      <span>${label}</span>
      ${description === '' ? nothing : html`<small>${description}</small>`}
    </div>`;
  }

  #list(label: string): TemplateResult {
    const few = this.chosen.length < (this.menu.min_values ?? 1);
    return html`<div class="select-list">
      <div
        role="listbox"
        aria-label=${label}
        aria-multiselectable=${this.#most > 1}
        @keydown=${(event: KeyboardEvent) => this.#keys(event)}
      >
        ${this.offers.map((offer) => this.#option(offer))}
      </div>
      ${
        this.#most === 1
          ? nothing
          : html`<button type="button" class="primary" ?disabled=${few} @click=${() => this.#finish()}>
            Done: ${this.chosen.length} chosen
          </button>`
      }
    </div>`;
  }

  protected override render(): TemplateResult {
    const { placeholder, label, disabled = false } = this.menu;
    const name = placeholder ?? label ?? 'Make a selection';
    const picked = this.offers.filter(({ value }) => this.chosen.includes(value));
    const shown = picked.map((offer) => offer.label).join(', ');
    return html`<div class="select" @focusout=${(event: FocusEvent) => this.#leave(event)}>
      <button
        type="button"
        class="select-button"
        aria-haspopup="listbox"
        aria-expanded=${this.open}
        aria-label=${shown === '' ? name : `${name}: ${shown}`}
        ?disabled=${disabled}
        @click=${() => this.#toggle()}
      >
        ${shown === '' ? html`<span class="faint">${name}</span>` : shown}
      </button>
      ${this.open ? this.#list(name) : nothing}
    </div>`;
  }
}

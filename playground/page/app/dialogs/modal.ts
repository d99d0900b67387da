import { html, nothing, type TemplateResult } from 'lit';
import type { ModalView, PageState } from '../../contract.ts';
import type { Deed } from '../events.ts';
import { LightElement } from '../light-element.ts';
import { isMenu, offersOf } from '../message/choices.ts';
import type { SelectMenu } from '../message/select-menu.ts';
import type { Outcome } from '../store/client.ts';
import { type Field, fieldsOf, formFault } from './form-values.ts';

const PARAGRAPH = 2;

/** A form the bot opened. Fires `close` when it was sent or put away. */
export class ModalForm extends LightElement {
  static override properties = {
    modal: { attribute: false },
    state: { attribute: false },
    guildId: {},
    perform: { attribute: false },
    faults: { state: true },
    problem: { state: true },
  };
  declare modal: ModalView | null;
  declare state: PageState;
  declare guildId: string;
  declare perform: (deed: Deed) => Promise<Outcome>;
  /** What is wrong, by the input's custom_id. */
  declare faults: ReadonlyMap<string, string>;
  declare problem: string;

  constructor() {
    super();
    this.modal = null;
    this.faults = new Map();
    this.problem = '';
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #value({ input }: Field): string | readonly string[] {
    const found = this.querySelector(`[data-input="${CSS.escape(input.custom_id ?? '')}"]`);
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement)
      return found.value;
    return (found as SelectMenu | null)?.chosen ?? [];
  }

  async #send(event: Event, modal: ModalView): Promise<void> {
    event.preventDefault();
    const filled = fieldsOf(modal.components).map((field) => ({
      field,
      value: this.#value(field),
    }));
    const faults = filled.flatMap(({ field, value }): [string, string][] => {
      const fault = formFault(field, value);
      return fault === '' ? [] : [[field.input.custom_id ?? '', fault]];
    });
    this.faults = new Map(faults);
    const [first] = faults;
    if (first !== undefined) {
      this.querySelector<HTMLElement>(`[data-input="${CSS.escape(first[0])}"]`)?.focus();
      return;
    }
    const values = filled.map(({ field, value }): [string, string | string[]] => [
      field.input.custom_id ?? '',
      typeof value === 'string' ? value : [...value],
    ]);
    const deed = { opener: modal.opener, values: Object.fromEntries(values) };
    const outcome = await this.perform({ kind: 'submit', ...deed });
    if (outcome.kind === 'refused') this.problem = outcome.text;
    else if (outcome.kind === 'unanswered') this.problem = outcome.text;
    else this.querySelector('dialog')?.close();
  }

  #control({ input, label }: Field, at: number): TemplateResult {
    const { custom_id = '', style, placeholder, value = '' } = input;
    const name = `modal-input-${at}`;
    if (isMenu(input))
      return html`<easel-select-menu
        data-input=${custom_id}
        .menu=${{ ...input, label }}
        .offers=${offersOf(input, this.state, this.guildId)}
      ></easel-select-menu>`;
    const { required = true, min_length: least, max_length: most } = input;
    const isWrong = this.faults.has(custom_id);
    return style === PARAGRAPH
      ? html`<textarea
          id=${name}
          data-input=${custom_id}
          rows="4"
          placeholder=${placeholder ?? nothing}
          minlength=${least ?? nothing}
          maxlength=${most ?? nothing}
          aria-required=${required}
          aria-invalid=${isWrong}
          aria-describedby=${`${name}-note`}
          .value=${value}
        ></textarea>`
      : html`<input
          id=${name}
          data-input=${custom_id}
          type="text"
          placeholder=${placeholder ?? nothing}
          minlength=${least ?? nothing}
          maxlength=${most ?? nothing}
          aria-required=${required}
          aria-invalid=${isWrong}
          aria-describedby=${`${name}-note`}
          .value=${value}
        />`;
  }

  #field(field: Field, at: number): TemplateResult {
    const { input, label, description } = field;
    const name = `modal-input-${at}`;
    const fault = this.faults.get(input.custom_id ?? '') ?? '';
    const star = input.required === false ? nothing : html` <span aria-hidden="true">*</span>`;
    return html`<div class="field">
      ${
        isMenu(input)
          ? html`<span class="field-label">${label}${star}</span>`
          : html`<label for=${name}>${label}${star}</label>`
      }
      ${this.#control(field, at)}
      <p class=${fault === '' ? 'faint' : 'fault'} id=${`${name}-note`}>
        ${fault === '' ? description : fault}
      </p>
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { modal, state } = this;
    if (modal === null) return nothing;
    return html`<dialog
      class="modal"
      aria-labelledby="modal-title"
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <form novalidate @submit=${(event: Event) => this.#send(event, modal)}>
        <h2 id="modal-title">${modal.title}</h2>
        <p class="faint">This form goes to ${state.bot.name}.</p>
        ${fieldsOf(modal.components).map((field, at) => this.#field(field, at))}
        <p class="fault" role="alert">${this.problem}</p>
        <div class="modal-buttons">
          <button type="button" class="plain" @click=${() => this.querySelector('dialog')?.close()}>
            Cancel
          </button>
          <button class="primary">Submit</button>
        </div>
      </form>
    </dialog>`;
  }
}

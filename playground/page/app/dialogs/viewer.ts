import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentView } from '../../contract.ts';
import { LightElement } from '../light-element.ts';
import { drawing } from '../shell/icons.ts';

/** A picture in full size. Fires `close` when it was put away; focus goes back by itself. */
export class Viewer extends LightElement {
  static override properties = { file: { attribute: false } };
  declare file: AttachmentView | null;

  constructor() {
    super();
    this.file = null;
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #press({ target, currentTarget }: Event): void {
    if (target === currentTarget) this.querySelector('dialog')?.close();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (file === null) return nothing;
    const { name, url, alt, width, height } = file;
    return html`<dialog
      class="viewer"
      aria-label=${`Picture: ${alt === '' ? name : alt}`}
      @close=${() => this.dispatchEvent(new Event('close'))}
      @click=${(event: Event) => this.#press(event)}
    >
      <figure>
        <img src=${url} alt=${alt} width=${width ?? nothing} height=${height ?? nothing} />
        <figcaption>
          <span>${alt === '' ? name : alt}</span>
          <span class="faint">${width} × ${height}</span>
          <a href=${url} target="_blank" rel="noreferrer">Open in a tab</a>
          <a href=${url} download=${name}>Save</a>
        </figcaption>
      </figure>
      <form method="dialog">
        <button class="close" aria-label="Close">${drawing('close')}</button>
      </form>
    </dialog>`;
  }
}

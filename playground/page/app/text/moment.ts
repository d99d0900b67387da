import { html, type TemplateResult } from 'lit';
import { LightElement } from '../light-element.ts';
import { fullTime, styledTime } from './time.ts';

/** How often a relative time is written anew, in ms. */
const REFRESH_MS = 1_000;

/** A `<t:…>` timestamp in the reader's own words; a relative one keeps up with the clock. */
export class Moment extends LightElement {
  static override properties = { at: { type: Number }, look: {} };
  /** ms since 1970. */
  declare at: number;
  declare look: string;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.look === 'R' && this.requestUpdate(), REFRESH_MS);
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { language } = navigator;
    const text = styledTime(this.at, this.look, Date.now(), language);
    return html`<time
      datetime=${new Date(this.at).toISOString()}
      title=${fullTime(this.at, language)}
      >${text}</time
    >`;
  }
}

import { html, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageView } from '../../contract.ts';
import { LightElement } from '../light-element.ts';
import { messageItem, type Setting } from './message.ts';

/** How near to the end, in pixels, a reader counts as being there. */
const NEAR_PX = 160;

/** The messages of one channel; it follows new ones while its reader is at the end. */
export class Log extends LightElement {
  static override properties = {
    messages: { attribute: false },
    setting: { attribute: false },
    channelName: {},
    channelId: {},
  };
  declare messages: readonly MessageView[];
  declare setting: Setting;
  declare channelName: string;
  declare channelId: string;
  #atEnd = true;
  #top = 0;
  #resized = new ResizeObserver(() => this.#follow());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
    this.addEventListener('scroll', this.#note, { passive: true });
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect();
    this.removeEventListener('scroll', this.#note);
    super.disconnectedCallback();
  }

  #note = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    // What grew after a scroll to the end must not be taken for a reader who went up.
    if (isNear || scrollTop < this.#top) this.#atEnd = isNear;
    this.#top = scrollTop;
  };

  #follow(): void {
    if (this.#atEnd) this.scrollTo({ top: this.scrollHeight });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('channelId')) this.#atEnd = true;
  }

  protected override updated(): void {
    requestAnimationFrame(() => this.#follow());
  }

  #repliedTo({ replyTo }: MessageView): MessageView | undefined {
    return replyTo === null ? undefined : this.messages.find(({ id }) => id === replyTo);
  }

  protected override render(): TemplateResult {
    return html`<div class="log-start">
        <span class="log-sign" aria-hidden="true">#</span>
        <h2>Welcome to #${this.channelName}!</h2>
        <p>This is the start of #${this.channelName}. Type <kbd>/</kbd> below to see what the bot can do.</p>
      </div>
      <div role="log" aria-label=${`Messages in #${this.channelName}`} aria-live="polite" aria-relevant="additions text">
        ${repeat(
          this.messages,
          ({ id }) => id,
          (message) => messageItem(message, this.setting, this.#repliedTo(message)),
        )}
      </div>`;
  }
}

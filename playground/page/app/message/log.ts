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

  protected override willUpdate(changed: PropertyValues): void {
    const { scrollHeight, scrollTop, clientHeight } = this;
    this.#atEnd = changed.has('channelId') || scrollHeight - scrollTop - clientHeight < NEAR_PX;
  }

  protected override updated(): void {
    if (!this.#atEnd) return;
    requestAnimationFrame(() => this.scrollTo({ top: this.scrollHeight }));
  }

  protected override render(): TemplateResult {
    return html`<div class="log-start">
        <span class="log-sign" aria-hidden="true">#</span>
        <h2>Welcome to #${this.channelName}!</h2>
        <p>This is the start of #${this.channelName}. Type <kbd>/</kbd> below to see what the bot can do.</p>
      </div>
      <div role="log" aria-label=${`Messages in #${this.channelName}`} aria-live="polite" aria-relevant="additions">
        ${repeat(
          this.messages,
          ({ id }) => id,
          (message) => messageItem(message, this.setting),
        )}
      </div>`;
  }
}

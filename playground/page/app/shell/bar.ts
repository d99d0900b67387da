import { html, type TemplateResult } from 'lit';
import type { Theme } from '../store/preferences.ts';
import { drawing } from './icons.ts';

/** A side of the page that a phone shows on demand. */
export type Side = 'channels' | 'people' | 'none';

interface Bar {
  readonly channelName: string;
  readonly isOnline: boolean;
  readonly theme: Theme;
  readonly side: Side;
  readonly isMachineOpen: boolean;
  readonly showSide: (side: Side) => void;
  readonly toggleTheme: () => void;
  readonly toggleMachine: () => void;
}

function sideButton(bar: Bar, side: 'channels' | 'people', label: string): TemplateResult {
  const isOpen = bar.side === side;
  return html`<button
    type="button"
    class=${`icon for-${side}`}
    aria-label=${label}
    aria-expanded=${isOpen}
    @click=${() => bar.showSide(isOpen ? 'none' : side)}
  >
    ${drawing(side)}
  </button>`;
}

/** The bar above the messages. */
export function topBar(bar: Bar): TemplateResult {
  const { channelName, isOnline, theme, isMachineOpen } = bar;
  return html`<header class="bar">
    ${sideButton(bar, 'channels', 'Servers and channels')}
    <h1><span class="sign" aria-hidden="true">#</span>${channelName}</h1>
    <p class=${isOnline ? 'connection' : 'connection lost'} role="status">
      ${isOnline ? '' : 'Not connected'}
    </p>
    <button
      type="button"
      class="icon"
      aria-label=${theme === 'dark' ? 'Light theme' : 'Dark theme'}
      @click=${bar.toggleTheme}
    >
      ${drawing(theme === 'dark' ? 'sun' : 'moon')}
    </button>
    <button
      type="button"
      class="machine-button"
      aria-expanded=${isMachineOpen}
      aria-keyshortcuts="Alt+M"
      title="Alt+M"
      @click=${bar.toggleMachine}
    >
      ${drawing('gear')} <span class="machine-word">Machine room</span>
    </button>
    ${sideButton(bar, 'people', 'People')}
  </header>`;
}

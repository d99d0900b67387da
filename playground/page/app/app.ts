import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentView, MessageView, ModalView, PageState } from '../contract.ts';
import type { MenuView } from './dialogs/context-menu.ts';
import { type Deed, hear, isShownInPlace, type PageEvents } from './events.ts';
import { LightElement } from './light-element.ts';
import { bringIntoView } from './message/jump.ts';
import { type Side, topBar } from './shell/bar.ts';
import { chatColumn } from './shell/chat.ts';
import { menuFor } from './shell/menus.ts';
import { peopleList } from './shell/people.ts';
import { channelList, personSwitch, serverRail } from './shell/sidebar.ts';
import { guildOf } from './store/channels.ts';
import { act, type Connection, follow, type Outcome } from './store/client.ts';
import { applyEvent, EMPTY, type Model } from './store/model.ts';
import {
  forgetPerson,
  preferredTheme,
  storedPerson,
  storePerson,
  storeTheme,
  type Theme,
} from './store/preferences.ts';

/** The page: a Discord server with its channels, messages and people, and the machine room beside it. */
export class Playground extends LightElement {
  static override properties = {
    model: { state: true },
    isOnline: { state: true },
    channelId: { state: true },
    theme: { state: true },
    side: { state: true },
    isMachineOpen: { state: true },
    file: { state: true },
    modal: { state: true },
    menu: { state: true },
    notice: { state: true },
  };
  declare model: Model;
  declare isOnline: boolean;
  declare channelId: string;
  declare theme: Theme;
  declare side: Side;
  declare isMachineOpen: boolean;
  declare file: AttachmentView | null;
  declare modal: ModalView | null;
  declare menu: MenuView | null;
  declare notice: string;
  #stop: () => void = () => {};

  constructor() {
    super();
    this.model = EMPTY;
    this.isOnline = true;
    this.channelId = '';
    this.side = 'none';
    this.isMachineOpen = false;
    this.file = null;
    this.modal = null;
    this.menu = null;
    this.notice = '';
    this.#wear(preferredTheme());
    hear(this, 'deed', (deed) => void this.perform(deed));
    hear(this, 'view', (file) => void (this.file = file));
    hear(this, 'jump', (to) => void this.#jump(to));
    hear(this, 'menu', (request) => {
      const { state } = this.model;
      if (state === null) return;
      this.menu = menuFor(state, this.channelId, request, (deed) => void this.perform(deed));
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#shortcut);
    this.#be(storedPerson());
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#shortcut);
    this.#stop();
    super.disconnectedCallback();
  }

  #shortcut = (event: KeyboardEvent): void => {
    if (this.file !== null || this.modal !== null) return;
    const isFree = document.activeElement === document.body;
    if (event.key === '/' && isFree) this.#focus('#message-box');
    else if (event.altKey && event.code === 'KeyM') {
      event.preventDefault();
      void this.#toggleMachine();
    } else if (event.key === 'Escape' && this.side !== 'none') void this.#showSide('none');
    else if (event.key === 'Escape' && this.isMachineOpen) void this.#toggleMachine();
  };

  #wear(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset['theme'] = theme;
  }

  #toggleTheme(): void {
    this.#wear(this.theme === 'dark' ? 'light' : 'dark');
    storeTheme(this.theme);
  }

  /** Becomes somebody; null for the first there is. */
  #be(person: string | null): void {
    this.#stop();
    if (person !== null) storePerson(person);
    this.#stop = follow(person, {
      onConnection: (connection) => this.#connection(connection, person),
      onEvent: (event) => {
        this.model = applyEvent(this.model, event);
        if (event.kind === 'state') this.#settle(event.state);
      },
    });
  }

  /** A playground started anew has other people: then this tab is the first of them again. */
  #connection(connection: Connection, person: string | null): void {
    this.isOnline = connection === 'open';
    // A page that is being left sees its stream refused, too: nobody is forgotten before another flows.
    if (connection === 'open' && person === null) forgetPerson();
    if (connection === 'refused' && person !== null) this.#be(null);
  }

  #settle({ guilds }: PageState): void {
    const channels = guilds.flatMap((guild) => guild.channels);
    if (!channels.some(({ id }) => id === this.channelId)) this.channelId = channels[0]?.id ?? '';
  }

  readonly perform = async (deed: Deed): Promise<Outcome> => {
    const { state } = this.model;
    if (state === null) return { kind: 'refused', text: 'Not connected yet.' };
    const outcome = await act({ ...deed, as: storedPerson() ?? state.me.id });
    this.notice = '';
    if (outcome.kind === 'modal') this.modal = outcome.modal;
    else if (outcome.kind === 'unanswered' && deed.kind !== 'submit') this.notice = outcome.text;
    else if (outcome.kind === 'refused' && !isShownInPlace(deed)) this.notice = outcome.text;
    if (deed.kind === 'dismiss' || deed.kind === 'delete') this.#focus('#message-box');
    return outcome;
  };

  async #toggleMachine(): Promise<void> {
    this.isMachineOpen = !this.isMachineOpen;
    await this.updateComplete;
    this.#focus(this.isMachineOpen ? '.machine' : '.machine-button');
  }

  #focus(selector: string): void {
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Opens or closes a drawer of a narrow page; the focus goes with it. */
  async #showSide(side: Side): Promise<void> {
    const before = this.side;
    this.side = side;
    await this.updateComplete;
    if (side === 'none') this.#focus(`.for-${before}`);
    else this.#focus(side === 'people' ? '.people button' : '.channel[aria-current=true]');
  }

  #go(channelId: string): void {
    this.channelId = channelId;
    this.side = 'none';
    this.notice = '';
  }

  async #jump({ channel, message }: PageEvents['jump']): Promise<void> {
    const { state } = this.model;
    const isSeen = state !== null && guildOf(state, channel) !== undefined;
    if (isSeen && channel !== this.channelId) this.#go(channel);
    if (!(await bringIntoView(this, message)))
      this.notice = 'This message is gone, or it is somewhere you cannot look.';
  }

  #messages(): MessageView[] {
    return this.model.messages.filter(({ channel }) => channel === this.channelId);
  }

  #machineRoom(state: PageState): TemplateResult | typeof nothing {
    if (!this.isMachineOpen) return nothing;
    return html`<aside class="machine" aria-label="Machine room" tabindex="-1">
      <easel-machine-room
        .machine=${this.model.machine}
        .traffic=${this.model.traffic}
        .state=${state}
        ?light=${this.theme === 'light'}
        @close=${() => this.#toggleMachine()}
      ></easel-machine-room>
    </aside>`;
  }

  #dialogs(state: PageState, guildId: string): TemplateResult {
    return html`<easel-viewer .file=${this.file} @close=${() => (this.file = null)}></easel-viewer>
      <easel-modal
        .modal=${this.modal}
        .state=${state}
        .guildId=${guildId}
        .perform=${this.perform}
        @close=${() => (this.modal = null)}
      ></easel-modal>
      <easel-context-menu .menu=${this.menu} @close=${() => (this.menu = null)}></easel-context-menu>`;
  }

  protected override render(): TemplateResult {
    const { state } = this.model;
    const guild = state === null ? undefined : (guildOf(state, this.channelId) ?? state.guilds[0]);
    if (state === null || guild === undefined)
      return html`<p class="starting" role="status">
        ${this.isOnline ? 'Opening the playground…' : 'The playground cannot be reached.'}
      </p>`;
    const channel = guild.channels.find(({ id }) => id === this.channelId);
    const { channelId, isMachineOpen, side, theme } = this;
    const light = theme === 'light';
    const enter = (id: string): void =>
      this.#go(state.guilds.find((one) => one.id === id)?.channels[0]?.id ?? '');
    return html`<a class="skip" href="#message-box">Skip to the message box</a>
      <div class=${`shell show-${side}${isMachineOpen ? ' with-machine' : ''}`}>
        <div class="left">
          ${serverRail(state.guilds, guild.id, enter)}
          ${channelList(guild, channelId, (id) => this.#go(id))}
          ${personSwitch(state, (id) => this.#be(id))}
        </div>
        <main>
          ${topBar({
            channelName: channel?.name ?? '',
            isOnline: this.isOnline,
            theme,
            side,
            isMachineOpen,
            showSide: (next) => void this.#showSide(next),
            toggleTheme: () => this.#toggleTheme(),
            toggleMachine: () => void this.#toggleMachine(),
          })}
          ${chatColumn({
            state,
            guildId: guild.id,
            channel,
            messages: this.#messages(),
            light,
            notice: this.notice,
            perform: this.perform,
          })}
        </main>
        ${peopleList(state, guild.id)} ${this.#machineRoom(state)}
        <div class="scrim" @click=${() => this.#showSide('none')}></div>
      </div>
      ${this.#dialogs(state, guild.id)}`;
  }
}

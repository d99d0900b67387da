import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView, MessageView, PageState } from '../../contract.ts';
import type { Deed } from '../events.ts';
import type { Outcome } from '../store/client.ts';
import { hasMessageMenu } from './menus.ts';

interface Chat {
  readonly state: PageState;
  readonly guildId: string;
  /** Undefined when the person sees none. */
  readonly channel: ChannelView | undefined;
  /** The channel's messages, oldest first. */
  readonly messages: readonly MessageView[];
  readonly light: boolean;
  /** What went wrong with the last thing someone did; empty for nothing. */
  readonly notice: string;
  readonly perform: (deed: Deed) => Promise<Outcome>;
}

function messageBox({ state, guildId, perform }: Chat, { id, name, kind }: ChannelView) {
  if (kind === 'read-only')
    return html`<p class="read-only">You can read this channel, and write nothing in it.</p>`;
  return html`<easel-composer
    .state=${state}
    .channelId=${id}
    .guildId=${guildId}
    .channelName=${name}
    .perform=${perform}
  ></easel-composer>`;
}

/** A channel's messages and the message box below them. */
export function chatColumn(chat: Chat): TemplateResult | typeof nothing {
  const { state, guildId, channel, messages, light, notice } = chat;
  if (channel === undefined) return nothing;
  const setting = { state, guildId, light, hasMenu: hasMessageMenu(state, channel.id) };
  return html`<easel-log
      .messages=${messages}
      .setting=${setting}
      .channelName=${channel.name}
      .channelId=${channel.id}
    ></easel-log>
    <p class="notice" role="alert">${notice}</p>
    ${messageBox(chat, channel)}`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView, PageState } from '../../contract.ts';
import { tell } from '../events.ts';
import { face } from '../shell/face.ts';
import { drawing } from '../shell/icons.ts';
import { excerpt } from '../text/excerpt.ts';
import { markdown, namesOf } from '../text/template.ts';
import { fullTime, messageTime } from '../text/time.ts';
import { attachmentList } from './attachments.ts';
import { componentRows } from './components.ts';
import { embedCard } from './embed.ts';

/** What messages are shown with. */
export interface Setting {
  readonly state: PageState;
  readonly guildId: string;
  readonly light: boolean;
  /** True when a moderator may remove messages here, or any message command is offered. */
  readonly hasMenu: boolean;
}

function time(iso: string): TemplateResult {
  const { language } = navigator;
  const at = Date.parse(iso);
  return html`<time datetime=${iso} title=${fullTime(at, language)}
    >${messageTime(at, Date.now(), language)}</time
  >`;
}

/** Slash commands are written in small letters (Discord's docs, "Application Command Naming"). */
const isSlash = (name: string): boolean => /^[-_\p{Ll}\p{Lo}\p{N} ]+$/u.test(name);

function replyLine({ id, author, content }: MessageView): TemplateResult {
  const words = excerpt(content) || 'a message';
  return html`<p class="asked">
    <span aria-hidden="true" class="asked-spine"></span> <span class="unseen">Reply to</span>
    <b>${author.name}</b> <a class="reply" href=${`#message-${id}`}>${words}</a>
  </p>`;
}

function askedLine({ asked }: MessageView, repliedTo: MessageView | undefined): unknown {
  if (asked === null || repliedTo !== undefined)
    return repliedTo === undefined ? nothing : replyLine(repliedTo);
  const { command } = asked;
  return html`<p class="asked">
    <span aria-hidden="true" class="asked-spine"></span>
    <b>${asked.name}</b> used <span class="command-name">${isSlash(command) ? `/${command}` : command}</span>
  </p>`;
}

function body(message: MessageView, setting: Setting): unknown {
  const { author, thinking, content, editedAt, attachments, embeds } = message;
  if (thinking)
    return html`<p class="thinking">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${author.name} is thinking…
    </p>`;
  const names = namesOf(setting.state);
  const edited =
    editedAt === null
      ? nothing
      : html`<p class="edited" title=${fullTime(Date.parse(editedAt), navigator.language)}>(edited)</p>`;
  return html`<div class="content">${markdown(content, names)}</div>
    ${edited} ${embeds.map((embed) => embedCard(embed, setting.light, names))}
    ${attachmentList(attachments)} ${componentRows({ message, ...setting })}`;
}

function privateNote({ id, ephemeral }: MessageView): unknown {
  if (!ephemeral) return nothing;
  const dismiss = ({ currentTarget }: Event): void => {
    if (currentTarget) tell(currentTarget, 'deed', { kind: 'dismiss', message: id });
  };
  return html`<p class="private">
    ${drawing('eye')} Only you can see this ·
    <button type="button" class="link" @click=${dismiss}>Dismiss message</button>
  </p>`;
}

function openMenu(message: MessageView, event: MouseEvent): void {
  if (!event.currentTarget) return;
  event.preventDefault();
  const button = event.currentTarget as HTMLElement;
  const { right, bottom } = button.getBoundingClientRect();
  const isRight = event.type === 'contextmenu';
  const place = isRight ? { x: event.clientX, y: event.clientY } : { x: right, y: bottom };
  tell(button, 'menu', { target: { message }, ...place });
}

/** One message of the log. */
export function messageItem(
  message: MessageView,
  setting: Setting,
  repliedTo: MessageView | undefined,
): TemplateResult {
  const { id, author, at, ephemeral } = message;
  const open = (event: MouseEvent): void => openMenu(message, event);
  return html`<article
    id=${`message-${id}`}
    class=${ephemeral ? 'message ephemeral' : 'message'}
    aria-labelledby=${`author-${id}`}
    @contextmenu=${setting.hasMenu ? open : nothing}
  >
    ${askedLine(message, repliedTo)} ${face(author, 40)}
    <h3 class="head" id=${`author-${id}`}>
      <span class="author">${author.name}</span>
      ${author.bot ? html`<span class="tag">APP</span>` : nothing} ${time(at)}
    </h3>
    ${body(message, setting)} ${privateNote(message)}
    ${
      setting.hasMenu
        ? html`<button
          type="button"
          class="more"
          aria-haspopup="menu"
          aria-label=${`More for this message by ${author.name}`}
          @click=${open}
        >
          ${drawing('more')}
        </button>`
        : nothing
    }
  </article>`;
}

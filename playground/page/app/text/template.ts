import { html, nothing, type TemplateResult } from 'lit';
import type { PageState } from '../../contract.ts';
import { tell } from '../events.ts';
import { type Block, parseMarkdown, type Piece } from './markdown.ts';

/** A name of a person, role or channel, by id. */
interface Names {
  readonly user: (id: string) => string;
  readonly role: (id: string) => string;
  readonly channel: (id: string) => string;
}

const name = (all: readonly { id: string; name: string }[], other: string) => (id: string) =>
  all.find((one) => one.id === id)?.name ?? other;

/** Who and what a text can mention. */
export function namesOf({ people, bot, guilds }: PageState): Names {
  return {
    user: name([...people, bot], 'unknown-user'),
    role: name(
      guilds.flatMap(({ roles }) => roles),
      'unknown-role',
    ),
    channel: name(
      guilds.flatMap(({ channels }) => channels),
      'unknown',
    ),
  };
}

const mention = (type: 'user' | 'role' | 'channel' | 'slash', text: string): TemplateResult =>
  html`<discord-mention type=${type}>${text}</discord-mention>`;

function jump(part: Extract<Piece, { kind: 'jump' }>, names: Names): TemplateResult {
  const { channel, message } = part;
  const go = (event: Event): void => {
    event.preventDefault();
    if (event.currentTarget) tell(event.currentTarget, 'jump', { channel, message });
  };
  return html`<a href=${`#message-${message}`} @click=${go}>${inline(part.pieces, names)}</a>`;
}

function uncover({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  currentTarget.classList.add('shown');
  currentTarget.removeAttribute('aria-label');
}

/** Covered until it is pressed. */
const spoiler = (pieces: readonly Piece[], names: Names): TemplateResult =>
  html`<button type="button" class="spoiler" aria-label="Show the spoiler" @click=${uncover}
    ><span>${inline(pieces, names)}</span></button
  >`;

function piece(part: Piece, names: Names): unknown {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'strong':
      return html`<strong>${inline(part.pieces, names)}</strong>`;
    case 'em':
      return html`<em>${inline(part.pieces, names)}</em>`;
    case 'u':
      return html`<u>${inline(part.pieces, names)}</u>`;
    case 's':
      return html`<s>${inline(part.pieces, names)}</s>`;
    case 'spoiler':
      return spoiler(part.pieces, names);
    case 'link':
      return html`<a href=${part.address} target="_blank" rel="noreferrer noopener"
        >${inline(part.pieces, names)}</a
      >`;
    case 'jump':
      return jump(part, names);
    case 'user':
    case 'role':
    case 'channel':
      return mention(part.kind, names[part.kind](part.id));
    case 'command':
      return mention('slash', part.name);
    case 'moment':
      return html`<easel-moment .at=${part.at} .look=${part.style}></easel-moment>`;
  }
}

const inline = (pieces: readonly Piece[], names: Names): unknown[] =>
  pieces.map((part) => piece(part, names));

function block(part: Block, names: Names): TemplateResult {
  if (part.kind === 'pre') return html`<pre tabindex="0"><code>${part.text}</code></pre>`;
  const inner = inline(part.pieces, names);
  switch (part.kind) {
    case 'quote':
      return html`<blockquote>${inner}</blockquote>`;
    case 'subtext':
      return html`<small class="subtext">${inner}</small>`;
    case 'heading':
      return html`<p class="heading">${inner}</p>`;
    case 'item':
      return html`<p class="item">${inner}</p>`;
    case 'plain':
      return html`<p>${inner}</p>`;
  }
}

/** Discord's markdown as elements. */
export const markdown = (content: string, names: Names): unknown =>
  content === '' ? nothing : parseMarkdown(content).map((part) => block(part, names));

export type { Names };

import type { Chat } from '../chat.ts';
import { type Message, MessageFlag, type WireEmbed } from '../discord/index.ts';
import { type Line, parseMarkup } from '../markup.ts';

/** An attachment as the page shows it; addresses are relative, since the page may be opened as localhost. */
interface FileView {
  readonly address: string;
  readonly name: string;
  readonly alt: string;
  /** Pixels; null when the file is no picture. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

interface CardView {
  readonly title: string;
  readonly colour: string | null;
  readonly text: readonly Line[];
  readonly fields: readonly {
    readonly name: string;
    readonly text: readonly Line[];
    readonly inline: boolean;
  }[];
}

/** A message as one person sees it on the page. */
export interface MessageView {
  readonly id: string;
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
  /** Who sent the command it answers; null when nobody did. */
  readonly asked: { readonly by: string; readonly command: string } | null;
  readonly thinking: boolean;
  readonly ephemeral: boolean;
  readonly text: readonly Line[];
  readonly files: readonly FileView[];
  readonly cards: readonly CardView[];
}

const file = (attachment: Message['attachments'][number]): FileView => {
  const { url, filename, description = '', width, height } = attachment;
  return {
    address: new URL(url).pathname,
    name: filename,
    alt: description,
    size: width === undefined || height === undefined ? null : { width, height },
  };
};

const card = ({ title = '', description = '', color, fields = [] }: WireEmbed): CardView => ({
  title,
  colour: color === undefined ? null : `#${color.toString(16).padStart(6, '0')}`,
  text: parseMarkup(description),
  fields: fields.map(({ name, value, inline = false }) => ({
    name,
    text: parseMarkup(value),
    inline,
  })),
});

/** Turns a message into what the page shows of it. */
export function messageView(chat: Chat, message: Message): MessageView {
  const { id, author, timestamp, flags, content, attachments, embeds } = message;
  const order = chat.orderOf(message);
  return {
    id,
    author: chat.nameOf(author.id) ?? author.username,
    at: timestamp,
    asked: order ? { by: order.by.displayName, command: order.command } : null,
    thinking: (flags & MessageFlag.Loading) !== 0,
    ephemeral: (flags & MessageFlag.Ephemeral) !== 0,
    text: parseMarkup(content),
    files: attachments.map(file),
    cards: embeds.map(card),
  };
}

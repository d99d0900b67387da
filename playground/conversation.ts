import type { Message } from './discord/index.ts';
import { plainLines, printable, type Reader } from './plain.ts';

/** A command as someone typed it. */
export interface Typed {
  readonly channel: string;
  readonly who: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** A message as the channel shows it. */
export interface Shown {
  readonly channel: string;
  readonly who: string;
  readonly message: Message;
  /** The one person who sees it; undefined when everybody does. */
  readonly onlyFor?: string | undefined;
}

const NAME_WIDTH = 13;
const LOADING = 1 << 7;

const whole = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** The first line begins with time, channel and name; the others line up below what was said. */
function block(now: number, channel: string, who: string, said: readonly string[]): string[] {
  const head = `${clock.format(now)}  #${printable(channel)}  ${printable(who).padEnd(NAME_WIDTH)}  `;
  return said.map((text, index) => (index === 0 ? head : ' '.repeat(head.length)) + text);
}

type File = Message['attachments'][number];

/** `1024 × 1024`, or nothing when the file is no picture. */
const pixels = ({ width, height }: File): string[] =>
  width === undefined || height === undefined ? [] : [`${width} × ${height}`];

const file = (attachment: File): string =>
  [
    `[${printable(attachment.filename)}]`,
    ...pixels(attachment),
    `${whole.format(attachment.size)} bytes`,
  ].join('  ');

function card(embed: Message['embeds'][number], reader: Reader): string[] {
  const { title, description = '', fields = [], footer } = embed;
  const width = Math.max(0, ...fields.map(({ name }) => name.length));
  return [
    ...(title === undefined ? [] : [printable(title)]),
    ...plainLines(description, reader),
    ...fields.map(({ name, value }) => {
      const text = plainLines(value, reader).join(' ');
      return `${printable(name).padEnd(width)}  ${text}`;
    }),
    ...(footer === undefined ? [] : [printable(footer.text)]),
  ];
}

/** What a command looks like in the terminal. */
export function typedLines({ channel, who, command, options }: Typed, now: number): string[] {
  const given = Object.entries(options).map(([name, value]) => ` ${name}: ${value}`);
  return block(now, channel, who, [printable(`/${command}${given.join('')}`)]);
}

/** What a message looks like in the terminal. */
export function shownLines({ channel, who, message, onlyFor }: Shown, reader: Reader): string[] {
  const { content, attachments, embeds, flags } = message;
  const thinking = (flags & LOADING) !== 0;
  const said = [
    ...(onlyFor === undefined ? [] : [`(only ${printable(onlyFor)} sees this)`]),
    ...(thinking ? ['is thinking…'] : plainLines(content, reader)),
    ...embeds.flatMap((embed) => card(embed, reader)),
    ...attachments.map(file),
  ];
  return block(reader.now, channel, who, said);
}

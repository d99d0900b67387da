/** A piece of a line. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em' | 'u' | 's' | 'spoiler'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'link'; readonly address: string; readonly pieces: readonly Piece[] }
  /** A link to a message, by the ids of its channel and of itself. */
  | {
      readonly kind: 'jump';
      readonly channel: string;
      readonly message: string;
      readonly pieces: readonly Piece[];
    }
  /** By id: a person, a role or a channel. */
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  /** A moment in ms since 1970, and Discord's style letter for it. */
  | { readonly kind: 'moment'; readonly at: number; readonly style: string };

/** One block of a message's text. */
export type Block =
  | {
      readonly kind: 'plain' | 'quote' | 'subtext' | 'item' | 'heading';
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'pre'; readonly text: string };

const PIECE = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\`{-~])`,
    '`(?<code>[^`\\n]+)`',
    String.raw`<@!?(?<user>\d{1,20})>`,
    String.raw`<@&(?<role>\d{1,20})>`,
    String.raw`<#(?<channel>\d{1,20})>`,
    String.raw`</(?<command>[^:>\n]{1,100}):\d{1,20}>`,
    String.raw`<t:(?<seconds>-?\d{1,13})(?::(?<style>[tTdDfFR]))?>`,
    String.raw`\[(?<label>[^\]\n]+)\]\((?<target>https?://[^\s)]+)\)`,
    String.raw`<?(?<address>https?://[^\s<>]+[^\s<>.,:;!?)'"])>?`,
    String.raw`\*\*(?<strong>.+?)\*\*(?!\*)`,
    String.raw`__(?<u>.+?)__`,
    String.raw`~~(?<s>.+?)~~`,
    String.raw`\|\|(?<spoiler>.+?)\|\|`,
    String.raw`\*(?<em>[^\s*](?:[^*]*[^\s*])?)\*`,
    String.raw`\b_(?<em2>[^_]+)_\b`,
  ].join('|'),
  'g',
);

/** The address of a message (Discord's docs, "Message Formatting"). */
const MESSAGE = /^https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d{1,20})\/(\d{1,20})$/;

function link(address: string, words: readonly Piece[]): Piece {
  const [, channel, message] = MESSAGE.exec(address) ?? [];
  return channel === undefined || message === undefined
    ? { kind: 'link', address, pieces: words }
    : { kind: 'jump', channel, message, pieces: words };
}

function piece(found: Record<string, string | undefined>): Piece {
  const { code, user, role, channel, command, seconds, style = 'f', target } = found;
  if (code !== undefined) return { kind: 'code', text: code };
  if (user !== undefined) return { kind: 'user', id: user };
  if (role !== undefined) return { kind: 'role', id: role };
  if (channel !== undefined) return { kind: 'channel', id: channel };
  if (command !== undefined) return { kind: 'command', name: command };
  if (seconds !== undefined) return { kind: 'moment', at: Number(seconds) * 1_000, style };
  if (target !== undefined) return link(target, pieces(found['label'] ?? target));
  const { address, strong, u, s, spoiler, em, em2 } = found;
  if (address !== undefined) return link(address, [{ kind: 'text', text: address }]);
  if (strong !== undefined) return { kind: 'strong', pieces: pieces(strong) };
  if (u !== undefined) return { kind: 'u', pieces: pieces(u) };
  if (s !== undefined) return { kind: 's', pieces: pieces(s) };
  if (spoiler !== undefined) return { kind: 'spoiler', pieces: pieces(spoiler) };
  return { kind: 'em', pieces: pieces(em ?? em2 ?? '') };
}

function pieces(text: string): Piece[] {
  const all: Piece[] = [];
  let plain = '';
  let end = 0;
  const flush = (): void => {
    if (plain !== '') all.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (const match of text.matchAll(PIECE)) {
    const found = match.groups ?? {};
    plain += text.slice(end, match.index) + (found['escaped'] ?? '');
    end = match.index + match[0].length;
    if (found['escaped'] !== undefined) continue;
    flush();
    all.push(piece(found));
  }
  plain += text.slice(end);
  flush();
  return all;
}

const STARTS = [
  ['quote', /^> /],
  ['subtext', /^-# /],
  ['heading', /^#{1,3} /],
  ['item', /^\s*[-*] /],
] as const;

function line(text: string): Block {
  for (const [kind, start] of STARTS)
    if (start.test(text)) return { kind, pieces: pieces(text.replace(start, '')) };
  return { kind: 'plain', pieces: pieces(text) };
}

const FENCE = /```(?:[a-z0-9+#-]*\n)?(.+?)\n?```/gs;

/**
 * Reads Discord's markdown (Discord's docs, "Message Formatting"): emphasis, spoilers, code, links, quotes, subtext,
 * headings, lists, mentions, timestamps and backslash escapes. Everything else is text.
 */
export function parseMarkdown(content: string): Block[] {
  if (content === '') return [];
  return content.split(FENCE).flatMap((part, index): Block[] =>
    index % 2 === 1
      ? [{ kind: 'pre', text: part }]
      : part
          .replace(/^\n|\n$/g, '')
          .split('\n')
          .filter((text) => text !== '' || part === content)
          .map(line),
  );
}

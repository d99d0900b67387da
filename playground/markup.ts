/** A piece of a message's text. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** A mention of someone, by user id. */
  | { readonly kind: 'person'; readonly id: string }
  /** A moment in ms since 1970; style `R` is relative to now, `D` a date, others date and time. */
  | { readonly kind: 'moment'; readonly at: number; readonly style: string };

/** One line of a message. */
export interface Line {
  readonly kind: 'plain' | 'quote' | 'subtext';
  readonly parts: readonly Part[];
}

const TOKEN =
  /\\(?<escaped>[!-/:-@[-`{-~])|<@!?(?<person>\d{1,20})>|<t:(?<seconds>-?\d{1,13})(?::(?<style>[tTdDfFR]))?>/g;

function parts(text: string): Part[] {
  const found: Part[] = [];
  let plain = '';
  let end = 0;
  const flush = (): void => {
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (const match of text.matchAll(TOKEN)) {
    const { escaped, person, seconds, style = 'f' } = match.groups ?? {};
    plain += text.slice(end, match.index) + (escaped ?? '');
    end = match.index + match[0].length;
    if (escaped !== undefined) continue;
    flush();
    if (person !== undefined) found.push({ kind: 'person', id: person });
    else found.push({ kind: 'moment', at: Number(seconds) * 1_000, style });
  }
  plain += text.slice(end);
  flush();
  return found;
}

function line(text: string): Line {
  if (text.startsWith('> ')) return { kind: 'quote', parts: parts(text.slice(2)) };
  if (text.startsWith('-# ')) return { kind: 'subtext', parts: parts(text.slice(3)) };
  return { kind: 'plain', parts: parts(text) };
}

/**
 * Reads the part of Discord's markdown that Easel writes: quotes, subtext, backslash escapes, mentions
 * of people and timestamps (Discord's docs, "Message Formatting"). Everything else is text.
 */
export const parseMarkup = (content: string): Line[] =>
  content === '' ? [] : content.split('\n').map(line);

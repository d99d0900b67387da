import { type Embed, given } from './shapes.ts';
import { at, broken, type Violation } from './violation.ts';

const MAX_TEXT = 6000;

/** All embeds of a message have at most 6000 characters between them. */
export function embedTextProblems(embeds: readonly Embed[]): Violation[] {
  const size = embeds.reduce((total, embed) => total + textLength(embed), 0);
  return size > MAX_TEXT
    ? [broken('embeds', `Have ${size} characters, at most ${MAX_TEXT} are allowed`)]
    : [];
}

/** The characters of an embed that count: title, description, field names and values, footer, author. */
function textLength(embed: Embed): number {
  const texts = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
  return texts.reduce((total, text) => total + (text?.length ?? 0), 0);
}

/** An address of a picture in an embed, and where it stands. */
export interface EmbedMedia {
  readonly path: string;
  readonly url: string;
}

/** Every picture the embeds show. */
export function mediaOf(embeds: readonly Embed[]): EmbedMedia[] {
  return embeds.flatMap((embed, index) => {
    const path = at('embeds', index);
    const media = [
      { path: at(path, 'image', 'url'), url: embed.image?.url },
      { path: at(path, 'thumbnail', 'url'), url: embed.thumbnail?.url },
      { path: at(path, 'author', 'icon_url'), url: embed.author?.icon_url },
      { path: at(path, 'footer', 'icon_url'), url: embed.footer?.icon_url },
    ];
    return media.flatMap((item) => (given(item.url) ? [{ path: item.path, url: item.url }] : []));
  });
}

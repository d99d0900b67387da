import type { WireEmbed } from '../../discord/index.ts';
import type { EmbedView } from '../contract.ts';

/** An address on this server without its host, since the page may be opened as localhost; others as they are. */
export function localAddress(address: string, origin: string): string {
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
}

/** Discord's number of a colour as `#rrggbb`. */
const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

/** An embed as the page shows it; `origin` is this server's. */
export function embedView(embed: WireEmbed, origin: string): EmbedView {
  const picture = (media: { url: string } | undefined): string | null =>
    media === undefined ? null : localAddress(media.url, origin);
  return {
    title: embed.title ?? null,
    url: embed.url ?? null,
    description: embed.description ?? null,
    colour: embed.color === undefined ? null : hex(embed.color),
    author: embed.author?.name ?? null,
    fields: (embed.fields ?? []).map(({ name, value, inline = false }) => ({
      name,
      value,
      inline,
    })),
    footer: embed.footer?.text ?? null,
    timestamp: embed.timestamp ?? null,
    image: picture(embed.image),
    thumbnail: picture(embed.thumbnail),
  };
}

import type { WireAttachment, WireEmbed, WireEmbedMedia } from './wire.ts';

const SCHEME = 'attachment://';

type Files = readonly WireAttachment[];

function named(url: string | undefined, files: Files): WireAttachment | undefined {
  if (url?.startsWith(SCHEME) !== true) return undefined;
  return files.find(({ filename }) => filename === url.slice(SCHEME.length));
}

function media(given: WireEmbedMedia, files: Files): WireEmbedMedia {
  const file = named(given.url, files);
  if (file === undefined) return given;
  const { url, proxy_url, width, height } = file;
  return {
    url,
    proxy_url,
    ...(width === undefined || height === undefined ? {} : { width, height }),
  };
}

function withIcon<T extends { readonly icon_url?: string }>(given: T, files: Files): T {
  const file = named(given.icon_url, files);
  return file === undefined
    ? given
    : { ...given, icon_url: file.url, proxy_icon_url: file.proxy_url };
}

/** An embed as a message shows it: `attachment://` addresses resolved, defaults filled in. */
export function showEmbed(embed: WireEmbed, files: Files): WireEmbed {
  const { author, footer, image, thumbnail, fields } = embed;
  return {
    ...embed,
    type: 'rich',
    ...(author && { author: withIcon(author, files) }),
    ...(footer && { footer: withIcon(footer, files) }),
    ...(image && { image: media(image, files) }),
    ...(thumbnail && { thumbnail: media(thumbnail, files) }),
    ...(fields && { fields: fields.map((field) => ({ inline: false, ...field })) }),
  };
}

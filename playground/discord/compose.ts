import {
  type AttachmentStore,
  type Place,
  type Upload,
  planAttachments,
  redescribe,
} from './attachments.ts';
import { numberComponents } from './components.ts';
import type { MessageBody } from './message-body.ts';
import type { WireAttachment, WireEmbed, WireEmbedMedia, WireMessage } from './wire.ts';

type Composed = Pick<WireMessage, 'content' | 'embeds' | 'components' | 'attachments'>;

function resolveMedia(
  media: WireEmbedMedia,
  attachments: readonly WireAttachment[],
): WireEmbedMedia {
  const scheme = 'attachment://';
  if (!media.url.startsWith(scheme)) return media;
  const file = attachments.find(({ filename }) => filename === media.url.slice(scheme.length));
  if (file === undefined) return media;
  const { url, proxy_url, width, height } = file;
  return {
    url,
    proxy_url,
    ...(width === undefined || height === undefined ? {} : { width, height }),
  };
}

function resolveEmbed(embed: WireEmbed, attachments: readonly WireAttachment[]): WireEmbed {
  return {
    ...embed,
    type: 'rich',
    ...(embed.image === undefined ? {} : { image: resolveMedia(embed.image, attachments) }),
    ...(embed.thumbnail === undefined
      ? {}
      : { thumbnail: resolveMedia(embed.thumbnail, attachments) }),
  };
}

/** What a message shows once a body was applied to it: fields the body leaves out stay as they were. */
export function compose(
  previous: Composed | undefined,
  body: MessageBody,
  uploads: readonly Upload[],
  place: Place,
  store: AttachmentStore,
): Composed {
  const plan = planAttachments(previous?.attachments ?? [], body.attachments, uploads);
  const attachments = [
    ...plan.keep.map(({ attachment, request }) => redescribe(attachment, request)),
    ...plan.add.map(({ upload, request }) => store.save(upload, place, request)),
  ];
  return {
    content: body.content ?? previous?.content ?? '',
    embeds: (body.embeds ?? previous?.embeds ?? []).map((embed) =>
      resolveEmbed(embed, attachments),
    ),
    components:
      body.components === undefined
        ? (previous?.components ?? [])
        : numberComponents(body.components),
    attachments,
  };
}

/** True when nobody would see anything; buttons alone do not make a message. */
export function isEmpty({ content, embeds, attachments }: Composed): boolean {
  return content.trim() === '' && embeds.length === 0 && attachments.length === 0;
}

import {
  type AttachmentStore,
  type Place,
  type Upload,
  planAttachments,
  redescribe,
} from './attachments.ts';
import { numberComponents } from './components.ts';
import { showEmbed } from './embeds.ts';
import type { MessageBody } from './message-body.ts';
import type { WireMessage } from './wire.ts';

type Composed = Pick<WireMessage, 'content' | 'embeds' | 'components' | 'attachments'>;

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
    embeds: (body.embeds ?? previous?.embeds ?? []).map((embed) => showEmbed(embed, attachments)),
    components:
      body.components === undefined
        ? (previous?.components ?? [])
        : numberComponents(body.components),
    attachments,
  };
}

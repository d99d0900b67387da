import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Gallery, Handled, Spot } from '../../reporting/gallery.ts';
import type { Hidden } from '../../moderation/report-documents.ts';
import { waitAfter } from '../../wait.ts';
import { coverText } from '../../words/reports.ts';
import { readFailure } from '../rest/answers.ts';
import type { ChannelApi } from '../rest/channel-api.ts';
import { download } from '../rest/download.ts';
import { groupsOf } from '../delivery/files.ts';
import type { UploadFile } from '../rest/multipart.ts';
import { pictureRows } from './picture-rows.ts';

/** After an answer that was lost the same is asked again: each request may be repeated. */
const WAITS_MS = [500, 1_500];

/** Where messages are changed. */
interface Ground {
  readonly channels: Pick<ChannelApi, 'contents' | 'change' | 'refill' | 'remove'>;
  readonly log: Logger;
  readonly clock: Pick<Clock, 'wait'>;
  /** Aborted when the bot must stop. */
  readonly cut: AbortSignal;
}

/** Messages of the bot's in channels, with its own token. */
export function createGallery({ channels, log, clock, cut }: Ground): Gallery {
  /** Never rejects. */
  async function insist<T>(
    spot: Spot,
    request: () => Promise<T>,
  ): Promise<{ readonly answer: T } | Exclude<Handled, 'done'>> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return { answer: await request() };
      } catch (err) {
        const failure = readFailure(err);
        log.warn({ err, attempt, ...spot }, 'a reported message could not be dealt with');
        if (failure.kind === 'refused' && failure.status !== 401) {
          return failure.status === 404 ? 'gone' : 'refused';
        }
      }
      if (cut.aborted || attempt === WAITS_MS.length) return 'lost';
      await clock.wait(waitAfter(attempt, WAITS_MS), cut);
    }
  }

  return {
    async take(spot) {
      const end = await insist(spot, async () => {
        const { content, attachments } = await channels.contents(spot.channelId, spot.messageId);
        const files = await Promise.all(
          attachments.map(async ({ filename, url, size, content_type: type, description }) => ({
            name: filename,
            type: type ?? 'application/octet-stream',
            alt: description ?? null,
            data: (await download(url, size, cut)).toString('base64'),
          })),
        );
        return { content, files };
      });
      if (typeof end === 'string') return end;
      return end.answer.files.length === 0 ? 'refused' : end.answer;
    },

    async cover(spot, cover) {
      const body = { content: coverText(cover), embeds: [], attachments: [], components: [] };
      return done(await insist(spot, () => channels.change(spot.channelId, spot.messageId, body)));
    },

    async uncover(spot, { content, files }, recordId) {
      const components = pictureRows(recordId ?? undefined);
      let keptIds: readonly string[] = [];
      for (const group of groupsOf(files.map(asUpload), ({ file }) => file.data.length)) {
        const kept = keptIds.map((id) => ({ id }));
        const added = group.map(({ alt }, id) => ({
          id,
          ...(alt !== null && { description: alt }),
        }));
        const body = { content, components, attachments: [...kept, ...added] };
        const upload = { files: group.map(({ file }) => file), signal: cut };
        const end = await insist(spot, () =>
          channels.refill(spot.channelId, spot.messageId, body, upload),
        );
        if (typeof end === 'string') return end;
        keptIds = end.answer.attachmentIds;
      }
      return 'done';
    },

    remove: async (spot) =>
      done(await insist(spot, () => channels.remove(spot.channelId, spot.messageId))),
  };
}

const done = (end: { readonly answer: unknown } | Exclude<Handled, 'done'>): Handled =>
  typeof end === 'string' ? end : 'done';

const asUpload = ({
  name,
  type,
  alt,
  data,
}: Hidden['files'][number]): { file: UploadFile; alt: string | null } => ({
  file: { name, contentType: type, data: Buffer.from(data, 'base64') },
  alt,
});

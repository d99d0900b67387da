import type { Picture } from '../../image-api/client.ts';
import type { Missing, Pending } from '../../outcome.ts';
import type { Progress } from '../../painting/progress.ts';
import type { PictureRequest } from '../../request.ts';
import { type Phase, statusText } from '../../words/progress.ts';
import { showingText } from '../../words/showing.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { cancelRow, pictureRows, withdrawRow } from '../pictures/picture-rows.ts';

/** What the messages about one request have in common. */
export interface Subject {
  readonly request: PictureRequest;
  readonly userId: string;
  readonly interactionId: string;
  /** A link to the message whose button asked for it. */
  readonly parent: string | undefined;
}

/** What a message with pictures shows. */
export interface Contents {
  readonly pictures: readonly Picture[];
  readonly missing: readonly Missing[];
  /** Others are still to come. */
  readonly pending?: Pending;
  /** It comes as a message of its own. */
  readonly isLate?: boolean;
  /** The record that its buttons read. */
  readonly recordId: string | undefined;
}

/** A message without pictures, as long as there is something to cancel. */
export const statusBody = (
  { request, userId, interactionId }: Subject,
  phase: Exclude<Phase, { kind: 'posted' | 'approved' | 'review' }>,
): MessageBody => ({
  content: statusText(request, userId, phase),
  components: [cancelRow(interactionId)],
});

/** What is left of such a message once its pictures are posted elsewhere. */
export const postedBody = (
  { request, userId }: Pick<Subject, 'request' | 'userId'>,
  link: string,
  kind: 'posted' | 'approved' = 'posted',
): MessageBody => ({
  content: statusText(request, userId, { kind, link }),
  components: [],
});

/** The same message while moderators see its pictures first: their member may take them back. */
export const submittedBody = (
  { request, userId, interactionId }: Subject,
  made: number,
): MessageBody => ({
  content: statusText(request, userId, { kind: 'review', made }),
  components: [withdrawRow(interactionId)],
});

/** A message with pictures; the files go beside it. */
export function picturesBody(
  { request, userId, interactionId, parent }: Subject,
  { recordId, ...contents }: Contents,
): MessageBody {
  const whole = { userId, request, ...contents, ...(parent !== undefined && { parent }) };
  return {
    content: showingText(whole),
    components: pictureRows(recordId, contents.pending ? interactionId : undefined),
  };
}

/** Names what is said of a progress: two with one name need not both be said. */
export function wordKey({ pictures, missing, standing }: Progress): string {
  const { running, waiting, ahead } = standing;
  const place = running === 0 && pictures.length === 0 ? ahead : 0;
  return [pictures.length, missing.length, running, waiting, place].join(' ');
}

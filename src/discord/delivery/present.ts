import type { Delivery } from '../../conversation.ts';
import type { Missing, UploadRefusal } from '../../outcome.ts';
import { overOf, type Painting, type Progress } from '../../painting/progress.ts';
import { LATE_KIND, picturesIn } from './find-late.ts';
import { firstOf } from './first-of.ts';
import { correctText, type PostedPictures, postPictures } from './late.ts';
import { messageLink } from './parent.ts';
import { picturesBody, postedBody } from './presentation.ts';
import { labelFor } from '../../words/showing.ts';
import { createPresenter, type Presenter, type Scene } from './presenter.ts';
import type { Added } from './upload.ts';

/** What came of a painting that was presented. */
export interface Presented {
  readonly delivery: Delivery;
  /** The message in which something was said or shown, as far as Discord said which it is. */
  readonly messageId: string | undefined;
  /** The message that shows pictures, as far as Discord said which it is. */
  readonly shownIn: string | undefined;
  /** What can wait until the credits are settled. Never rejects. */
  afterwards(): Promise<void>;
}

/** Others that are finished at nearly the same time come along: Discord counts edits. */
const TOGETHER_MS = 250;

const UNKNOWN: Delivery = { kind: 'unknown' };

/** Shows how a painting goes and each picture once it is finished, until it is over. */
export async function present(
  painting: Painting,
  userId: string,
  scene: Scene,
): Promise<Presented> {
  const presenter = createPresenter(painting, userId, scene);
  const followed = await follow(painting, presenter, scene);
  const { pictures, isOver } = painting.look();
  const isComplete = isOver && pictures.length === presenter.accepted;
  const isLate = followed.kind === 'taken' && scene.deliveryEnds.aborted && !isComplete;
  const shown = isLate
    ? await goLate(painting, presenter, scene)
    : await conclude(followed, painting, presenter);
  presenter.end();
  const { delivery, elsewhere } = shown;
  return {
    delivery,
    messageId: presenter.messageId,
    shownIn: elsewhere ?? presenter.messageId,
    async afterwards() {
      if (delivery.kind === 'known') await presenter.note(delivery.accepted, elsewhere);
    },
  };
}

/** Until it is over, or too late for the interaction's token, or refused for good. */
async function follow(
  painting: Painting,
  presenter: Presenter,
  { deliveryEnds, line: { clock } }: Scene,
): Promise<Added> {
  for (;;) {
    // Asked for before the look: what changes while something is being said must not be missed.
    const changed = painting.changed();
    const now = painting.look();
    if (now.isOver || deliveryEnds.aborted) return { kind: 'taken' };
    if (now.pictures.length > presenter.accepted) {
      if (now.standing.running > 0) await clock.wait(TOGETHER_MS, deliveryEnds);
      const latest = painting.look();
      if (latest.isOver || deliveryEnds.aborted) return { kind: 'taken' };
      const end = await presenter.add(latest);
      if (end.kind !== 'taken') return end;
      await presenter.note(presenter.accepted);
    } else {
      const isSaid = await presenter.say(now);
      if (presenter.refusal !== undefined) {
        return { kind: 'refused', refusal: presenter.refusal };
      }
      const news = isSaid ? [changed] : [changed, presenter.ready()];
      const { promisedAt } = presenter;
      const left = new AbortController();
      if (promisedAt !== undefined) news.push(clock.wait(promisedAt - clock.now(), left.signal));
      await firstOf(news, deliveryEnds);
      left.abort();
    }
  }
}

interface Shown {
  readonly delivery: Delivery;
  /** The message with the pictures, where that is not the interaction's own. */
  readonly elsewhere?: string;
}

/** Shows what is left to be shown, and gives the message its last text. */
async function conclude(followed: Added, painting: Painting, presenter: Presenter): Promise<Shown> {
  if (followed.kind === 'refused') {
    painting.stop({ reason: 'upload-refused' });
    // Else those that are being stopped would not be counted among the missing.
    await overOf(painting);
  }
  let end = followed;
  const now = painting.look();
  if (end.kind === 'taken' && now.pictures.length > presenter.accepted) {
    if (presenter.isPending && presenter.accepted === 0) await presenter.announce('sending', now);
    end = await presenter.add(now);
  }
  if (end.kind === 'unknown') return { delivery: UNKNOWN };
  return finish(presenter, now, end.kind === 'refused' ? end.refusal : undefined);
}

/** Says what came of it under the pictures that are shown; without any, that is a notice's. */
async function finish(
  presenter: Presenter,
  now: Progress,
  refusal?: UploadRefusal,
): Promise<Shown> {
  const { accepted } = presenter;
  if (accepted > 0 && presenter.isPending && refusal !== 'message-deleted') {
    const notTaken = now.pictures
      .slice(accepted)
      .map((): Missing => ({ reason: 'upload-refused' }));
    const shown = { ...now, pictures: now.pictures.slice(0, accepted), isOver: true };
    const isSaid = await presenter.finish(shown, [...now.missing, ...notTaken]);
    if (!isSaid) return { delivery: UNKNOWN };
  }
  return { delivery: { kind: 'known', accepted, ...(refusal !== undefined && { refusal }) } };
}

/** Lets a painting outlive the interaction's token, where its pictures may be posted by themselves. */
async function goLate(painting: Painting, presenter: Presenter, scene: Scene): Promise<Shown> {
  const { lateChannelId: channelId, asked, line, ref } = scene;
  const { guildId } = asked;
  if (channelId === undefined) painting.stop({ reason: 'out-of-time' });
  else await presenter.announce('late', painting.look());
  await overOf(painting);

  const now = painting.look();
  const pictures = now.pictures.slice(presenter.accepted);
  if (pictures.length === 0) return finish(presenter, now);
  const recordId = await presenter.record(now);
  if (channelId === undefined || guildId === null || recordId === undefined) {
    return finish(presenter, now, 'token-expired');
  }
  const { subject } = presenter;
  const { missing } = now;
  const late: PostedPictures = {
    nonceOf: (first) => `${ref.id}-${pictures.indexOf(first)}`,
    since: ref.id,
    channelId,
    mentions: subject.userId,
    recordId,
    kind: LATE_KIND,
    label: labelFor(now.request),
    pictures,
    note: (after) => line.open.late(ref.id, { after, record: recordId }),
    bodyOf: (these) => picturesBody(subject, { pictures: these, missing, isLate: true, recordId }),
  };
  const posted = await postPictures(late, line);
  if (posted.kind === 'unknown') return { delivery: UNKNOWN };
  await correctText(late, posted.shown, line);
  const [messageId] = posted.shown.keys();
  if (messageId === undefined) return finish(presenter, now, 'token-expired');
  const shown = { ...now, pictures: now.pictures.slice(0, presenter.accepted), isOver: true };
  const link = messageLink(guildId, channelId, messageId);
  const body = presenter.accepted === 0 ? postedBody(subject, link) : undefined;
  await presenter.finish(shown, [], body);
  const accepted = presenter.accepted + picturesIn(posted.shown);
  return { delivery: { kind: 'known', accepted }, elsewhere: messageId };
}

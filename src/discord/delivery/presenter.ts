import type { Missing } from '../../outcome.ts';
import type { Painting, Progress } from '../../painting/progress.ts';
import { createBoard } from './board.ts';
import type { Line } from './conversation.ts';
import type { InteractionRef, MessageBody } from '../rest/interaction-api.ts';
import { mend } from './mend.ts';
import type { Asked } from './open-interactions.ts';
import { parentLink } from './parent.ts';
import { type Offer, offerButtons } from './picture-offer.ts';
import { picturesBody, statusBody, type Subject, wordKey } from './presentation.ts';
import { type Added, createUploader } from './upload.ts';
import { cutShortText } from '../../words/progress.ts';
import type { UploadRefusal } from '../../outcome.ts';

/** Where a painting is presented. */
export interface Scene {
  readonly ref: InteractionRef;
  readonly asked: Asked;
  readonly line: Line;
  /** Aborted when pictures are no longer handed over by the interaction's token. */
  readonly deliveryEnds: AbortSignal;
  /** Aborted once the token is too old to be used. */
  readonly expires: AbortSignal;
  /** How far Discord's clock is ahead of the host's, in milliseconds. */
  readonly aheadMs: number;
  /** Where the bot may post pictures that come later than that; undefined where it may not. */
  readonly lateChannelId: string | undefined;
}

/** The message of one interaction while its pictures are made. */
export interface Presenter {
  readonly subject: Subject;
  /** How many pictures Discord has in this message, as far as it said so. */
  readonly accepted: number;
  /** The message, as far as Discord said which it is. */
  readonly messageId: string | undefined;
  /** Something was said that is not the last word. */
  readonly isPending: boolean;
  /** Why nothing can be said any more; undefined as long as it may be tried. */
  readonly refusal: UploadRefusal | undefined;
  /** Writes down what the buttons will read. Answers the record; undefined where that failed. */
  record(now: Progress): Promise<string | undefined>;
  /** Adds the pictures that are not shown yet. */
  add(now: Progress): Promise<Added>;
  /** Says how far it is, where that is news. False where it is too early for another word. */
  say(now: Progress): Promise<boolean>;
  /** Says in any case that the pictures are being sent, or that they will be late. */
  announce(kind: 'sending' | 'late', now: Progress): Promise<void>;
  /** The moment that was said last for a beginning, in milliseconds since 1970; undefined for none. */
  readonly promisedAt: number | undefined;
  /** Resolves when another word may be said. */
  ready(): Promise<void>;
  /** Gives the message its last text, or `body`. False when the bot had to stop before. */
  finish(now: Progress, missing: readonly Missing[], body?: MessageBody): Promise<boolean>;
  /** Notes which pictures are shown: the first so many, in `elsewhere` where not here. */
  note(shown: number, elsewhere?: string): Promise<void>;
  /** Nothing is said any more. */
  end(): void;
}

/** Whoever waits less than this for a turn is not told of it at once. */
const WORTH_SAYING_MS = 2_000;

/** The moment that is said of pictures that all wait; undefined where none is. */
function momentIn({ standing, pictures }: Progress, now: number): number | undefined {
  const { running, waiting, startsIn = 0 } = standing;
  const isSaid = running === 0 && waiting > 0 && startsIn > 0 && pictures.length === 0;
  return isSaid ? now + startsIn : undefined;
}

/** A presenter of a painting of which nothing was shown. */
export function createPresenter(painting: Painting, userId: string, scene: Scene): Presenter {
  const { ref, asked, line, deliveryEnds, expires, aheadMs } = scene;
  const { api, clock, cut, log } = line;
  const { request } = painting.look();
  const common = { api, ref, log, wait: clock.wait };
  const over = new AbortController();
  const board = createBoard({ ...common, over: AbortSignal.any([over.signal, cut]) });
  const uploader = createUploader({
    ...common,
    request,
    expires: deliveryEnds,
    tokenEnds: expires,
    cut,
  });
  const subject: Subject = { request, userId, interactionId: ref.id, parent: parentLink(asked) };
  let offer: Offer | undefined;
  /** The text that is shown speaks of pictures to come. */
  let isPending = false;
  let promisedAt: number | undefined;
  /** Moments that were said and passed: each is news. */
  let passed = 0;

  const keyOf = (now: Progress): string => `${wordKey(now)} ${passed}`;
  /** What is said of a time is read by Discord's clock. */
  const pending = ({ standing, begunAt }: Progress) => ({
    standing,
    begunAt: begunAt === undefined ? undefined : begunAt + aheadMs,
    now: clock.now() + aheadMs,
  });
  const withPictures = (now: Progress, missing = now.missing): MessageBody =>
    picturesBody(subject, {
      pictures: now.pictures.slice(0, now.isOver ? undefined : uploader.accepted),
      missing,
      ...(now.isOver ? {} : { pending: pending(now) }),
      recordId: offer?.recordId,
    });

  /** Whoever must wait for others hears it at once, unless it will not be long. */
  const isUrgent = ({ standing: { running, waiting, startsIn = Infinity } }: Progress): boolean =>
    !board.isShown && running === 0 && waiting > 0 && startsIn > WORTH_SAYING_MS;

  async function record(now: Progress): Promise<string | undefined> {
    offer ??= await offerButtons(request, now.pictures, asked, line);
    return offer.recordId;
  }

  const presenter: Presenter = {
    subject,
    record,
    get accepted() {
      return uploader.accepted;
    },
    get messageId() {
      return uploader.messageId ?? board.messageId;
    },
    get promisedAt() {
      return promisedAt;
    },
    get isPending() {
      return isPending || board.isShown;
    },
    get refusal() {
      return board.refusal;
    },
    ready: () => board.ready(),
    end: () => over.abort(),

    async add(now) {
      const recordId = await record(now);
      const { pictures, missing, isOver } = now;
      const contents = { pictures, missing, ...(!isOver && { pending: pending(now) }), recordId };
      const fresh = pictures.slice(uploader.accepted);
      const end = await uploader.add(fresh, picturesBody(subject, contents));
      if (end.kind === 'taken' && !isOver) board.said(keyOf(now));
      isPending = !isOver || end.kind !== 'taken';
      return end;
    },

    say(now) {
      if (promisedAt !== undefined && promisedAt <= clock.now()) {
        promisedAt = undefined;
        passed += 1;
      }
      const body = () => {
        promisedAt = momentIn(now, clock.now());
        return uploader.accepted === 0
          ? statusBody(subject, { kind: 'making', ...pending(now) })
          : withPictures(now);
      };
      return board.say(keyOf(now), body, isUrgent(now));
    },

    async announce(kind, now) {
      const body = () =>
        uploader.accepted === 0 ? statusBody(subject, { kind }) : withPictures(now);
      await board.say(kind, body, true);
    },

    async finish(now, missing, body = withPictures(now, missing)) {
      const standing = { ref, channelId: asked.channelId, messageId: presenter.messageId, expires };
      const { accepted } = uploader;
      const isCutShort = accepted > 0 && missing.length > 0;
      const instead = isCutShort ? { userId, content: cutShortText(accepted) } : undefined;
      const isSaid = await mend(standing, body, line, instead);
      if (isSaid) isPending = false;
      return isSaid;
    },

    async note(shown, elsewhere) {
      const pictures = painting.look().pictures.slice(0, shown);
      await offer?.note(pictures, uploader.messageId ?? elsewhere);
    },
  };
  return presenter;
}

import { stat } from 'node:fs/promises';
import { type Forgotten, forgetMember } from '../../credits/forget.ts';
import { countOpen } from '../../discord/delivery/open-interactions.ts';
import { forgetOwed } from '../../discord/delivery/owed.ts';
import { forgetRetries } from '../../discord/delivery/retries.ts';
import { type ForgottenModeration, forgetModeration } from '../../moderation/forget.ts';
import { forgetPictures } from '../../pictures/forget.ts';
import { countReviews } from '../../reviews/reviews.ts';
import type { Store } from '../../storage/store.ts';
import { forgetTaste } from '../../tastes/tastes.ts';
import { counted, done, type Outcome, refused } from './command.ts';
import { useStore } from './use-store.ts';

type Result =
  | Exclude<Forgotten, { kind: 'forgotten' }>
  | (Extract<Forgotten, { kind: 'forgotten' }> &
      ForgottenModeration & {
        readonly hadTaste: boolean;
        readonly pictures: number;
      })
  | { readonly kind: 'waiting'; readonly answers: number }
  | { readonly kind: 'in-review'; readonly reviews: number };

async function forgetEverything(store: Store, userId: string): Promise<Result> {
  const answers = await countOpen(store, userId);
  if (answers > 0) return { kind: 'waiting', answers };
  const reviews = await countReviews(store, userId);
  if (reviews > 0) return { kind: 'in-review', reviews };
  const forgotten = await forgetMember(store, userId);
  if (forgotten.kind !== 'forgotten') return forgotten;
  await forgetRetries(store, userId);
  await forgetOwed(store, userId);
  const hadTaste = await forgetTaste(store, userId);
  const pictures = await forgetPictures(store, userId);
  const moderation = await forgetModeration(store, userId, Date.now());
  return { ...forgotten, ...moderation, hadTaste, pictures };
}

/** Deletes a member's rows while no bot runs; what was used stays in the servers' totals. */
export async function forget(path: string, userId: string): Promise<Outcome> {
  if ((await stat(path).catch(() => undefined)) === undefined) {
    return refused(`There is no database file ${path}.`);
  }
  const forgotten = await useStore(path, (store) => forgetEverything(store, userId));
  if (forgotten.kind === 'waiting') {
    return refused(
      `Member ${userId} still waits for ${counted(forgotten.answers, 'answer')}. Start the bot once: it gives them. Nothing was changed.`,
    );
  }
  if (forgotten.kind === 'in-review') {
    return refused(
      `Member ${userId} has to do with ${counted(forgotten.reviews, 'review')} that ${forgotten.reviews === 1 ? 'is' : 'are'} not over: pictures of theirs wait for a moderator, or they decided about some. Start the bot, and have that decided or taken back; after 7 days it ends by itself. Nothing was changed.`,
    );
  }
  if (forgotten.kind === 'open-holds') {
    return refused(
      `Member ${userId} has ${counted(forgotten.holds, 'open hold')}. Start the bot once: it settles them. Nothing was changed.`,
    );
  }
  const { months, credits, broken, hadTaste, pictures, cases, blocks } = forgotten;
  const gone = [
    ...(hadTaste ? [' Their defaults of /style are gone.'] : []),
    ...(pictures > 0
      ? [` The buttons under ${counted(pictures, 'message')} of theirs do not work any more.`]
      : []),
    ...(cases > 0
      ? [
          ` ${counted(cases, 'case')} of moderation ${cases === 1 ? 'does' : 'do'} not name them any more.`,
        ]
      : []),
    ...(blocks > 0
      ? [
          ` They stay blocked in ${counted(blocks, 'server')}: being forgotten lifts no block, so that alone is kept.`,
        ]
      : []),
  ].join('');
  const told = `Forgot member ${userId}: ${counted(months, 'month')}, ${counted(credits, 'credit')}, which stay in the servers' totals.${gone} Backups still have them.`;
  if (broken.length === 0) return done(told);
  const where = broken.map(({ guildId, month }) => `server ${guildId}, ${month}`).join('; ');
  return refused(
    `${told}\nNot in ${where}: the books there are wrong. See "npm run ledger -- verify".`,
  );
}

import { stat } from 'node:fs/promises';
import { forgetMember } from '../../credits/forget.ts';
import { forgetPictures } from '../../pictures/forget.ts';
import { forgetTaste } from '../../tastes/tastes.ts';
import { counted, done, type Outcome, refused } from './command.ts';
import { useStore } from './use-store.ts';

/** Deletes a member's rows while no bot runs; what was used stays in the servers' totals. */
export async function forget(path: string, userId: string): Promise<Outcome> {
  if ((await stat(path).catch(() => undefined)) === undefined) {
    return refused(`There is no database file ${path}.`);
  }
  const { forgotten, hadTaste, pictures } = await useStore(path, async (store) => {
    const result = await forgetMember(store, userId);
    if (result.kind === 'open-holds') return { forgotten: result, hadTaste: false, pictures: 0 };
    const hadDefaults = await forgetTaste(store, userId);
    const records = await forgetPictures(store, userId);
    return { forgotten: result, hadTaste: hadDefaults, pictures: records };
  });
  if (forgotten.kind === 'open-holds') {
    return refused(
      `Member ${userId} has ${counted(forgotten.holds, 'open hold')}. Start the bot once: it settles them. Nothing was changed.`,
    );
  }
  const { months, credits, broken } = forgotten;
  const gone = [
    ...(hadTaste ? [' Their defaults of /style are gone.'] : []),
    ...(pictures > 0
      ? [` The buttons under ${counted(pictures, 'message')} of theirs do not work any more.`]
      : []),
  ].join('');
  const told = `Forgot member ${userId}: ${counted(months, 'month')}, ${counted(credits, 'credit')}, which stay in the servers' totals.${gone} Backups still have them.`;
  if (broken.length === 0) return done(told);
  const where = broken.map(({ guildId, month }) => `server ${guildId}, ${month}`).join('; ');
  return refused(
    `${told}\nNot in ${where}: the books there are wrong. See "npm run ledger -- verify".`,
  );
}

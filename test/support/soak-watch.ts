import type { Discord, Invocation } from '../../playground/discord/index.ts';
import { CANCEL_LABEL } from '../../src/words/progress.ts';
import { labelsOf } from './labels.ts';
import type { Deed } from './soak-crowd.ts';

const DEFERRED_OR_SAID = [4, 5];

/**
 * Whether an interaction has had its last word: what it asked for was given, refused or told. A message
 * that is gone was the last word where it `wasThere`.
 */
function isOver(invocation: Invocation, wasThere: boolean): boolean {
  const { answerType, state } = invocation;
  if (state === 'expired') return true;
  if (answerType === undefined) return false;
  if (!DEFERRED_OR_SAID.includes(answerType)) return true;
  const message = invocation.original();
  if (message === undefined) return wasThere;
  return state !== 'deferred' && !labelsOf(message).includes(CANCEL_LABEL);
}

/** Keeps what each member did, and how many pictures each deed brought, whatever is deleted later. */
export function watch(discord: Discord) {
  const deeds: Deed[] = [];
  const pictures = new Map<string, number>();
  const there = new Set<string>();
  const firstAnswers: number[] = [];
  let open: readonly Deed[] = [];

  const look = (): void => {
    for (const { invocation } of open) {
      const message = invocation.original();
      if (message !== undefined) there.add(invocation.id);
      // A click that changes the message it stands under brings none of its pictures.
      const isOwn = DEFERRED_OR_SAID.includes(invocation.answerType ?? 0);
      const attachments = (isOwn && message?.attachments) || [];
      const shown = attachments.filter(({ content_type: type }) =>
        type?.startsWith('image/'),
      ).length;
      if (shown > (pictures.get(invocation.id) ?? 0)) pictures.set(invocation.id, shown);
    }
    open = open.filter(({ invocation }) => !isOver(invocation, there.has(invocation.id)));
  };
  const end = discord.subscribe(look);

  return {
    deeds: deeds as readonly Deed[],
    add(deed: Deed): void {
      const since = performance.now();
      void deed.invocation.answered.then(
        () => firstAnswers.push(performance.now() - since),
        () => undefined,
      );
      deeds.push(deed);
      open = [...open, deed];
    },
    /** How long each first answer took, in milliseconds. */
    firstAnswers: firstAnswers as readonly number[],
    /** Deeds that wait for their last word. */
    open: (): readonly Deed[] => (look(), open),
    /** Pictures that came for a deed. */
    picturesOf: ({ invocation }: Deed): number => pictures.get(invocation.id) ?? 0,
    /** Pictures that came in a server. */
    picturesIn: (guildId: string): number =>
      deeds
        .filter(({ seat }) => seat.guildId === guildId)
        .reduce((sum, { invocation }) => sum + (pictures.get(invocation.id) ?? 0), 0),
    end,
  };
}

/** The deeds of one soak. */
export type Watch = ReturnType<typeof watch>;

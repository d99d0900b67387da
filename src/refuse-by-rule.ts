import type { Hit, Texts } from './moderation/rules/verdict.ts';
import type { Refusal } from './outcome.ts';
import type { Origin } from './request.ts';
import type { Policy } from './settings/policy.ts';
import type { Studio } from './studio.ts';

/** A longer text is kept around what met the rule alone, in UTF-16 units. */
const WHOLE = 1_000;

/** What a server keeps of such a refusal. */
interface Setting {
  readonly place: Origin & { readonly guildId: string };
  readonly policy: Pick<Policy, 'retentionDays'>;
}

/**
 * Refuses a request that met a rule, with a case of it. Where no case can be opened it is refused all
 * the same.
 */
export async function refuseByRule(
  { rule, where, excerpt }: Hit,
  texts: Texts,
  { place, policy }: Setting,
  { cases, log }: Pick<Studio, 'cases' | 'log'>,
): Promise<Refusal> {
  const { guildId, userId, interactionId } = place;
  const typed = texts[where] ?? '';
  const number = await cases
    .open(guildId, {
      interactionId,
      actor: 'bot',
      target: userId,
      facts: { kind: 'refusal', rule, where },
      excerpt: {
        text: typed.length <= WHOLE ? typed : excerpt,
        keepDays: policy.retentionDays,
      },
    })
    .catch((err: unknown) => {
      log.error({ err, interaction: interactionId }, 'a refusal has no case');
      return null;
    });
  return { kind: 'against-rule', hit: { rule, where }, case: number };
}

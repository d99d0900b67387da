import type { CaseHead } from './moderation/case-book.ts';
import type { Hit, Texts } from './moderation/rules/verdict.ts';
import type { Refusal } from './outcome.ts';
import type { Origin } from './request.ts';
import type { Policy } from './settings/policy.ts';
import type { Studio } from './studio.ts';

/** A longer text is kept around what met the rule alone, in UTF-16 units. */
const WHOLE = 1_000;

/** Where a request was held against rules, and what the server keeps of it. */
export interface Setting {
  readonly place: Origin & { readonly guildId: string };
  readonly policy: Pick<Policy, 'retentionDays'>;
}

/**
 * Refuses a request that met a rule, with a case of it, and counts that. Where no case can be opened it
 * is refused all the same.
 */
export async function refuseByRule(
  hit: Hit,
  texts: Texts,
  setting: Setting,
  { cases, refusedOften, log }: Pick<Studio, 'cases' | 'refusedOften' | 'log'>,
): Promise<Refusal> {
  const { rule, where } = hit;
  const { guildId, userId, interactionId } = setting.place;
  refusedOften.count(guildId, userId, interactionId);
  const facts = { kind: 'refusal' as const, rule, where };
  const number = await cases
    .open(guildId, { ...aboutHit(hit, texts, setting), facts })
    .catch((err: unknown) => {
      log.error({ err, interaction: interactionId }, 'a refusal has no case');
      return null;
    });
  return { kind: 'against-rule', hit: { rule, where }, case: number };
}

/** What every case of a rule that was met begins with. */
export const aboutHit = (
  { where, excerpt }: Pick<Hit, 'where' | 'excerpt'>,
  texts: Texts,
  { place: { interactionId, userId }, policy }: Setting,
): CaseHead => {
  const typed = texts[where] ?? '';
  const text = typed.length <= WHOLE ? typed : excerpt;
  return {
    interactionId,
    actor: 'bot',
    target: userId,
    excerpt: { text, keepDays: policy.retentionDays },
  };
};

import type { Link } from './moderation/case-documents.ts';
import type { Hit, Texts } from './moderation/rules/verdict.ts';
import { aboutHit, type Setting } from './refuse-by-rule.ts';
import type { Studio } from './studio.ts';

/** A request that met a rule which refuses nothing, and what was typed. */
export interface Flagged {
  readonly hit: Hit;
  readonly texts: Texts;
}

/**
 * Notes for the moderators that pictures were shown whose request met a rule which only asks for a look,
 * where nobody looked first; one case for each request. Never rejects: nothing is owed to the member any
 * more.
 * @param link the message that shows them, where that is known.
 */
export async function noteFlagged(
  { hit, texts }: Flagged,
  link: Link | undefined,
  setting: Setting,
  { cases, log }: Pick<Studio, 'cases' | 'log'>,
): Promise<void> {
  const { guildId, interactionId } = setting.place;
  const facts = { kind: 'flag' as const, rule: hit.rule, where: hit.where };
  const head = { ...aboutHit(hit, texts, setting), link: link ?? null };
  try {
    await cases.open(guildId, { ...head, facts });
  } catch (err) {
    log.error({ err, interaction: interactionId }, 'a flagged request has no case');
  }
}

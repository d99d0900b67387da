import type { ServerOrigin } from './permit.ts';
import type { Progress } from './painting/progress.ts';
import type { Policy } from './settings/policy.ts';
import type { Studio } from './studio.ts';

/**
 * Notes for the moderators that the image service's own filter refused a request or a picture of it;
 * one case for each request, which counts as a refusal by a rule does. Never rejects: nothing is owed to
 * the member any more.
 */
export async function noteFiltered(
  { request, missing }: Pick<Progress, 'request' | 'missing'>,
  { interactionId, guildId, userId }: ServerOrigin,
  { retentionDays: keepDays }: Pick<Policy, 'retentionDays'>,
  { cases, refusedOften, log }: Pick<Studio, 'cases' | 'refusedOften' | 'log'>,
): Promise<void> {
  if (!missing.some(({ reason }) => reason === 'moderated')) return;
  refusedOften.count(guildId, userId, interactionId);
  const excerpt = { text: request.prompt, keepDays };
  const head = { interactionId, actor: 'bot', target: userId, excerpt };
  try {
    await cases.open(guildId, { ...head, facts: { kind: 'provider' } });
  } catch (err) {
    log.error({ err, interaction: interactionId }, 'a filtered picture has no case');
  }
}

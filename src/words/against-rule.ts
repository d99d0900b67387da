import type { Refusal } from '../outcome.ts';
import { FREE } from './state.ts';
import { disarmWithin, timestamp } from './text.ts';

const RULE_SHOWN = 250;

/** Why a request that met a rule is refused. The rule is covered, for everybody sees the answer. */
export function againstRule({
  hit: { rule, where },
  case: number,
}: Extract<Refusal, { kind: 'against-rule' }>): string {
  const text = where === 'prompt' ? 'prompt' : 'negative prompt';
  const whose = rule.origin === 'operator' ? 'a rule of this bot’s operator' : 'this server’s rule';
  const which = `${whose}, ||${disarmWithin(rule.text, RULE_SHOWN)}||`;
  const next =
    where === 'prompt'
      ? 'Please change the words.'
      : 'A rule holds for what you exclude as well. Please leave it out; it may come from your defaults in `/style`.';
  const again =
    number === null ? '' : ` If that is a mistake, ask for a second look: it is case ${number}.`;
  return `Your ${text} meets ${which}. ${FREE} ${next}${again}`;
}

/** Why a request is refused, whatever it says, of somebody whose requests were refused before. */
export const refusedOften = ({ readyAt }: Extract<Refusal, { kind: 'refused-often' }>): string =>
  `Several of your prompts have just met rules, or the image service’s content filter, so there is a pause for you. ${FREE} You can ask for pictures in this server again ${timestamp(readyAt, 'R')}.`;

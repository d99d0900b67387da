import type { BadLine } from '../moderation/rules/rule-list.ts';
import type { RuleProblem } from '../moderation/rules/rule.ts';
import type { RulePage, RulesChanged } from '../moderation/rules/rules.ts';
import type { Hit, Verdict } from '../moderation/rules/verdict.ts';
import type { Policy } from '../settings/policy.ts';
import { UNCHANGED } from './state.ts';
import { counted, disarmWithin } from './text.ts';

const RULE_SHOWN = 180;
const BAD_SHOWN = 5;

/** Why something is no rule, as the rest of a sentence about it. */
export const RULE_PROBLEMS: Readonly<Record<RuleProblem, string>> = {
  empty: 'has marks and no words',
  'too-long': 'is longer than 100 characters',
  'no-letters': 'has no letters or digits: signs and emoji alone cannot be looked for',
  everything: 'would meet every text: at least two letters are needed',
  'too-short-for-star': 'would meet most texts: a star needs at least three letters beside it',
  'star-inside': 'has a star within it: one may stand at the beginning, at the end, or at both',
};

/** What the panel of rules says and offers. */
export const RULES_WORDS = {
  title: 'Prompt rules of this server',
  none: 'Press Add… to forbid the first word.',
  help: 'A rule is a word or a phrase; gore* and *gore* also meet longer words. In front of it, “strict:” lets it hold only outside age-restricted channels, “flag:” refuses nothing: a moderator looks first where flagged prompts are reviewed, and it is noted in a case elsewhere, “prompt:” lets members exclude the word.',
  earlier: 'Earlier',
  later: 'Later',
  add: 'Add…',
  clear: 'Clear…',
  remove: 'Remove…',
  keep: 'Keep them',
  form: {
    title: 'Add prompt rules',
    label: 'Rules, one a line',
    note: 'A word or phrase each, as gore*, dead body, strict: nude, flag: blood, prompt: nsfw',
  },
  unavailable:
    'This server’s prompt rules cannot be read or written right now. Please try again in a few minutes; if it stays like this, tell the bot’s operator.',
  nothingTyped: `${UNCHANGED} Write at least one rule.`,
  nothingToTest:
    'There is nothing in this text that could be seen. Type what somebody might ask for.',
} as const;

/** Above a page of rules. */
export function rulesHeading({ page, pages, total }: RulePage, ofOperator: number): string {
  const where = pages > 1 ? `, page ${page + 1} of ${pages}` : '';
  const above =
    ofOperator === 0
      ? ''
      : ` Above them ${ofOperator === 1 ? 'stands' : 'stand'} ${counted(ofOperator, 'rule')} of the bot’s operator, which ${ofOperator === 1 ? 'holds' : 'hold'} in every server.`;
  const count = total === 0 ? 'This server has no rules of its own' : counted(total, 'rule');
  return `${count}${where}.${above}`;
}

/** A rule in the list of them. */
export const ruleLine = (text: string): string => `- ${disarmWithin(text, RULE_SHOWN)}`;

/** Asks whether every rule is really to be taken away. */
export const clearQuestion = (total: number): string =>
  `Take ${total === 1 ? 'this server’s only rule' : `all ${total} rules of this server`} away? Members can then ask for what they forbid. It cannot be taken back.`;

export const clearLabel = (total: number): string => `Clear ${counted(total, 'rule')}`;

/** What came of a change, and what was wrong with lines that are no rules. */
export function rulesChangedText(changed: RulesChanged, bad: readonly BadLine[] = []): string {
  return [changeText(changed, bad.length > 0), ...badLines(bad)].join('\n');
}

function changeText(changed: RulesChanged, hasBad: boolean): string {
  switch (changed.kind) {
    case 'changed': {
      const { added, removed } = changed;
      const what =
        added.length > 0
          ? `Added ${counted(added.length, 'rule')}; ${added.length === 1 ? 'it holds' : 'they hold'} from now on.`
          : `Removed ${counted(removed.length, 'rule')}.`;
      return `${what} It is case ${changed.case}.`;
    }
    case 'same':
      return hasBad ? UNCHANGED : `${UNCHANGED} The rules are so already.`;
    case 'others':
      return `${UNCHANGED} The rules may have changed since you were asked: look at them, and press Clear… again if they are to go.`;
    case 'full':
      return `${UNCHANGED} With these there would be ${changed.would} rules, and a server can have 10000.`;
  }
}

function badLines(bad: readonly BadLine[]): string[] {
  const lines = bad
    .slice(0, BAD_SHOWN)
    .map(
      ({ line, text, problem }) =>
        `- Line ${line}, “${disarmWithin(text, 100)}”, ${RULE_PROBLEMS[problem]}.`,
    );
  if (bad.length <= BAD_SHOWN) return lines;
  return [...lines, `- ${bad.length - BAD_SHOWN} more lines are no rules.`];
}

const WHY: Readonly<Record<Hit['why'], string>> = {
  word: 'it stands there as it is',
  disguised: 'it stands there in disguise',
  joined: 'its letters come together there, which may well be nothing',
};

/** Five lines of hits, and what is above them, fit into one message, which takes 2,000. */
const HIT = { rule: 110, excerpt: 130 };

const hitLine = ({ rule, why, action, excerpt }: Hit): string => {
  const whose = rule.origin === 'operator' ? 'the operator’s rule' : 'this server’s rule';
  const what = action === 'block' ? 'refuses it' : 'flags it';
  return `- ${whose} “${disarmWithin(rule.text, HIT.rule)}” ${what}: ${WHY[why]}, in “${disarmWithin(excerpt, HIT.excerpt)}”`;
};

const CHANNELS = {
  true: 'In this age-restricted channel, where “strict:” rules do not hold',
  false: 'In this channel, which is not age-restricted',
  null: 'In this channel, of which Discord does not say whether it is age-restricted, so every rule holds',
} as const;

/** What becomes of a flagged prompt, by whose pictures moderators see first. */
const FLAGGED: Readonly<Record<Policy['review'], string>> = {
  off: 'the picture would be shown, and noted in a case for moderators',
  'new-members':
    'moderators would see a new member’s picture first; others’ would be shown, and noted in a case',
  flagged: 'moderators would see the picture first',
  everybody: 'moderators would see the picture first, as every other',
};

const NOWHERE = 'as no review channel is chosen';

/** The same where moderators have no channel to see pictures in: then nothing is made. */
const FLAGGED_NOWHERE: Readonly<Record<Policy['review'], string>> = {
  off: FLAGGED.off,
  'new-members': `nothing would be made for a new member, ${NOWHERE}; others’ would be shown, and noted in a case`,
  flagged: `nothing would be made, ${NOWHERE}`,
  everybody: `nothing would be made, for anybody, ${NOWHERE}`,
};

/** What a text meets as a prompt in a channel. */
export function ruleTestText(
  verdict: Verdict,
  isAgeRestricted: boolean | null,
  { review, reviewChannel }: Pick<Policy, 'review' | 'reviewChannel'>,
): string {
  const where = CHANNELS[`${isAgeRestricted}`];
  if (verdict.kind === 'clear') {
    return `${where}, this text meets no rule: it could be asked for.`;
  }
  const flagged = reviewChannel === undefined ? FLAGGED_NOWHERE : FLAGGED;
  const what =
    verdict.kind === 'block'
      ? 'this text would be refused as a prompt'
      : `this text would not be refused as a prompt; ${flagged[review]}`;
  const lines = verdict.hits.slice(0, BAD_SHOWN).map(hitLine);
  const more = verdict.hits.length - lines.length;
  return [`${where}, ${what}:`, ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Document } from '../../storage/store.ts';
import { parseRule, type Rule, type RuleProblem } from './rule.ts';

const TOO_FEW: readonly RuleProblem[] = ['no-letters', 'everything', 'too-short-for-star'];

/** The most rules that a server can have. */
export const MAX_RULES = 10_000;

/**
 * Whether a text is a rule, or one that an older version took, which counted more as letters: nothing
 * is made of that by now, and the server's other rules hold.
 */
function isOrWasRule(text: string): boolean {
  const parsed = parseRule(text);
  if ('rule' in parsed) return true;
  const counted = text.normalize('NFKD').match(/[\p{L}\p{N}]/gu) ?? [];
  return TOO_FEW.includes(parsed.problem) && counted.length > 1;
}

const rulesSchema = z.strictObject({
  v: z.literal(1),
  /** As they are shown, marks included. */
  rules: z.array(z.string().refine(isOrWasRule, { error: 'this is no rule' })).max(MAX_RULES),
});

/** A server's rules. */
export type StoredRules = z.infer<typeof rulesSchema>;

export const RULES_PREFIX = 'rules:';

export const rulesDocument = (guildId: string): Document<StoredRules> => ({
  key: `${RULES_PREFIX}${guildId}`,
  schema: rulesSchema,
});

/**
 * The rules of a document; of one that is not there, none. Two that were written when they did not mean
 * the same words yet, and do now, are one: the last.
 */
export function rulesOf(stored: StoredRules | undefined): Rule[] {
  const rules = new Map<string, Rule>();
  for (const text of stored?.rules ?? []) {
    const parsed = parseRule(text);
    if ('rule' in parsed) rules.set(parsed.rule.id, parsed.rule);
  }
  return [...rules.values()];
}

const nameOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** A short name for a rule that means the same words whatever its marks are. */
export const ruleKey = ({ id }: Pick<Rule, 'id'>): string => nameOf(id);

/** A short name for exactly these rules, their marks included, in whatever order. */
export const rulesKey = (rules: readonly Rule[]): string =>
  nameOf(JSON.stringify(rules.map(({ text }) => text).toSorted()));

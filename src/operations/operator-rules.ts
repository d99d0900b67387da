import { readFile } from 'node:fs/promises';
import type { Rule } from '../moderation/rules/rule.ts';
import { parseRuleList } from '../moderation/rules/rule-list.ts';
import { RULE_PROBLEMS } from '../words/rules.ts';

/** The operator's file of rules cannot be used; the message says why, and in which lines. */
export class OperatorRulesError extends Error {
  override readonly name = 'OperatorRulesError';
}

/** How many bad lines are named. */
const NAMED = 10;

/**
 * The rules that hold in every server, from a file with one a line; none without a file.
 * @throws OperatorRulesError: a list that cannot be read as it was meant must not be half a list.
 */
export async function readOperatorRules(path: string | null): Promise<readonly Rule[]> {
  if (path === null) return [];
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new OperatorRulesError(`OPERATOR_RULES: the file ${path} cannot be read.`, { cause });
  });
  const { rules, bad } = parseRuleList(text.replace(/^\ufeff/u, ''));
  if (bad.length === 0) return rules;
  const lines = bad
    .slice(0, NAMED)
    .map(({ line, problem }) => `line ${line} ${RULE_PROBLEMS[problem]}`);
  const more = bad.length > NAMED ? [`and ${bad.length - NAMED} more`] : [];
  throw new OperatorRulesError(
    [`OPERATOR_RULES: not every line of ${path} is a rule:`, ...lines, ...more].join('\n  '),
  );
}

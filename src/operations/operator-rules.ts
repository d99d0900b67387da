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
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new OperatorRulesError(`OPERATOR_RULES: the file ${path} cannot be read.`, { cause });
  });
  const { rules, bad } = parseRuleList(textOf(bytes, path));
  if (bad.length === 0) return rules;
  const lines = bad
    .slice(0, NAMED)
    .map(({ line, problem }) => `line ${line} ${RULE_PROBLEMS[problem]}`);
  const more = bad.length > NAMED ? [`and ${bad.length - NAMED} more`] : [];
  throw new OperatorRulesError(
    [`OPERATOR_RULES: not every line of ${path} is a rule:`, ...lines, ...more].join('\n  '),
  );
}

/** In another encoding a letter would be lost without a word, and a rule with it. */
function textOf(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const what = `OPERATOR_RULES: the file ${path} is not text in UTF-8; please save it as such.`;
    throw new OperatorRulesError(what, { cause });
  }
}

import { parseRule, type Rule, type RuleProblem } from './rule.ts';

/** A line of a list that is no rule. */
export interface BadLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly problem: RuleProblem;
}

/** What a list says: its rules, each once, and the lines that are none. */
export interface RuleList {
  readonly rules: readonly Rule[];
  readonly bad: readonly BadLine[];
}

/**
 * Reads rules, one a line; blank lines and those that begin with `#` say nothing. Of two that mean the
 * same words the last one counts.
 */
export function parseRuleList(text: string): RuleList {
  const rules = new Map<string, Rule>();
  const bad: BadLine[] = [];
  for (const [index, typed] of text.split(/\r\n|[\r\n\u2028\u2029]/u).entries()) {
    const line = typed.trim();
    if (line === '' || line.startsWith('#')) continue;
    const parsed = parseRule(line);
    if ('rule' in parsed) rules.set(parsed.rule.id, parsed.rule);
    else bad.push({ line: index + 1, text: line, problem: parsed.problem });
  }
  return { rules: [...rules.values()], bad };
}

import { compileRules } from '../../src/moderation/rules/matcher.ts';
import { parseRule, type Rule } from '../../src/moderation/rules/rule.ts';
import { judge, type Texts, type Verdict } from '../../src/moderation/rules/verdict.ts';

/** A rule as it is typed; throws for what is none. */
export function rule(typed: string): Rule {
  const parsed = parseRule(typed);
  if ('problem' in parsed) throw new Error(`“${typed}” is no rule: ${parsed.problem}`);
  return parsed.rule;
}

/** Holds texts against a server's rules. */
export function holding(
  typed: readonly string[],
): (texts: Texts | string, isStrict?: boolean) => Verdict {
  const matcher = compileRules(typed.map(rule));
  return (texts, isStrict = true) =>
    judge(typeof texts === 'string' ? { prompt: texts } : texts, [{ origin: 'server', matcher }], {
      isStrict,
    });
}

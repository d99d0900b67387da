import type { Rule } from './rule.ts';

/** The name of a change of rules in a case: what was taken away is before it, what was added after it. */
export const RULES_SETTING = 'prompt rules';

/** What a case keeps of each side of a change, in UTF-16 units. */
const LENGTH = 200;

/** Of several rules, how many they are stands before them. */
const SEVERAL = /^(?<count>\d+) rules: (?<words>.*)$/s;

/** Rules as a case of a change keeps them; null for none. */
export function settingText(rules: readonly Rule[]): string | null {
  const [only] = rules;
  if (only === undefined) return null;
  if (rules.length === 1) return cut(only.text);
  return cut(
    `${rules.length} rules: ${rules
      .slice(0, LENGTH)
      .map(({ text }) => text)
      .join(', ')}`,
  );
}

/** How many rules a case keeps, and their words as far as there was room. */
export function readSettingText(kept: string): { readonly count: number; readonly words: string } {
  const { count = '1', words = kept } = SEVERAL.exec(kept)?.groups ?? {};
  return { count: Number(count), words };
}

function cut(text: string): string {
  if (text.length <= LENGTH) return text;
  const kept = text.slice(0, LENGTH - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

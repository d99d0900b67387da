import type { Rule } from './rule.ts';

/** What a case keeps of each side of a change, in UTF-16 units. */
const LENGTH = 200;

/** Rules as a case of a change tells them; null for none. */
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

function cut(text: string): string {
  if (text.length <= LENGTH) return text;
  const kept = text.slice(0, LENGTH - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

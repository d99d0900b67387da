import type { Match, Matcher } from './matcher.ts';
import type { Why } from './weigh.ts';

/** Which text of a request. */
type Where = 'prompt' | 'negative_prompt';

/** The texts of a request. */
export type Texts = { readonly [W in Where]?: string | undefined };

/** What is done about a request that meets a rule. */
type Action = 'block' | 'flag';

/** A rule that a request met. */
export interface Hit {
  readonly rule: { readonly text: string; readonly origin: 'operator' | 'server' };
  readonly where: Where;
  readonly why: Why;
  readonly action: Action;
  /** The part of the text that met it, with what stands around it. */
  readonly excerpt: string;
}

/** What comes of holding a request against the rules; the hit that weighs most is the first. */
export type Verdict =
  | { readonly kind: 'clear' }
  | { readonly kind: Action; readonly hits: readonly [Hit, ...Hit[]] };

/** Rules and whose they are. */
export interface Ruling {
  readonly origin: Hit['rule']['origin'];
  readonly matcher: Matcher;
}

/** Shown on each side of what met a rule, in UTF-16 units. */
const AROUND = 40;

/** Hits that are told of one request. */
const TOLD = 10;

const WHERES: readonly Where[] = ['prompt', 'negative_prompt'];

/**
 * Holds a request against rules. A word that stands there, however disguised, blocks; letters that only
 * come together across words flag, and so does a rule that says so. A negative prompt counts as a prompt
 * does, except for rules that look at the prompt alone.
 * @param isStrict whether rules hold that leave age-restricted channels out.
 */
export function judge(
  texts: Texts,
  rulings: readonly Ruling[],
  { isStrict }: { readonly isStrict: boolean },
): Verdict {
  const met = WHERES.flatMap((where) =>
    rulings.flatMap(({ origin, matcher }) => {
      const text = texts[where] ?? '';
      return matcher
        .find(text)
        .filter(({ rule }) => (isStrict || !rule.strict) && (where === 'prompt' || !rule.prompt))
        .map((match) => ({ match, action: actionOf(match), origin, where, text }));
    }),
  );
  const blocks = met.filter(({ action }) => action === 'block');
  const flags = met.filter(({ action }) => action === 'flag');
  const [first, ...others] = [...blocks, ...flags].slice(0, TOLD).map(hitOf);
  return first === undefined ? { kind: 'clear' } : { kind: first.action, hits: [first, ...others] };
}

const actionOf = ({ rule, why }: Match): Action =>
  rule.flag || why === 'joined' ? 'flag' : 'block';

/** A rule that a text met. */
interface Met extends Pick<Hit, 'where' | 'action'> {
  readonly match: Match;
  readonly origin: Ruling['origin'];
  readonly text: string;
}

const hitOf = ({ match: { rule, why, from, to }, action, origin, where, text }: Met): Hit => ({
  rule: { text: rule.words, origin },
  where,
  why,
  action,
  excerpt: around(text, from, to),
});

/** Part of a text with what stands around it, cut between characters. */
function around(text: string, from: number, to: number): string {
  let begin = Math.max(0, from - AROUND);
  let end = Math.min(text.length, to + AROUND);
  if (begin > 0 && !text.slice(begin).isWellFormed()) begin += 1;
  if (end < text.length && !text.slice(0, end).isWellFormed()) end -= 1;
  return `${begin > 0 ? '…' : ''}${text.slice(begin, end).trim()}${end < text.length ? '…' : ''}`;
}

import type { Store } from '../../storage/store.ts';
import type { OpenBeside } from '../case-book.ts';
import {
  MAX_RULES,
  ruleKey,
  rulesDocument,
  rulesKey,
  rulesOf,
  type StoredRules,
} from './documents.ts';
import { compileRules, type Matcher } from './matcher.ts';
import type { Rule } from './rule.ts';
import { RULES_SETTING, settingText } from './setting-text.ts';
import { judge, type Texts, type Verdict } from './verdict.ts';

/** Who changes rules, and with which interaction. */
export interface Editor {
  readonly interactionId: string;
  readonly userId: string;
}

/** What came of a change to a server's rules. */
export type RulesChanged =
  /** `case` is its number. */
  | {
      readonly kind: 'changed';
      readonly added: readonly Rule[];
      readonly removed: readonly Rule[];
      readonly total: number;
      readonly case: number;
    }
  /** They were so before. */
  | { readonly kind: 'same' }
  /** They are not those that were meant; nothing was changed. */
  | { readonly kind: 'others' }
  /** There would be more than a server can have; nothing was changed. */
  | { readonly kind: 'full'; readonly would: number };

/** Some of a server's rules, by the alphabet. */
export interface RulePage {
  readonly rules: readonly { readonly key: string; readonly text: string }[];
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Names exactly the rules that there are, on all pages: at most 16 characters. */
  readonly all: string;
}

/**
 * What requests may not say: the operator's rules for every server, and each server's own. Every method
 * throws StoreError when the database fails and BrokenDocumentError when a server's rules are broken,
 * which is no leave to ask for pictures.
 */
export interface Rules {
  /** How many rules the operator has set for every server. */
  readonly ofOperator: number;
  /** Adds rules; one for words that there is a rule for takes its place. Opens a case. */
  add(guildId: string, rules: readonly Rule[], by: Editor): Promise<RulesChanged>;
  /** Takes away the rules with these keys, as far as they are there. Opens a case. */
  remove(guildId: string, keys: readonly string[], by: Editor): Promise<RulesChanged>;
  /** Takes every rule of the server away, if they are those that `all` names. Opens a case. */
  clear(guildId: string, all: string, by: Editor): Promise<RulesChanged>;
  /** A page of them; the last one where there are not so many. */
  list(guildId: string, page: number, size?: number): Promise<RulePage>;
  check(guildId: string, texts: Texts, how: { readonly isStrict: boolean }): Promise<Verdict>;
}

/** Rules on a page. */
const PAGE = 20;

/** Rules that are kept ready, of all servers together; those of the longest unused are let go. */
const READY = 200_000;

interface Ready {
  readonly rules: readonly Rule[];
  readonly all: string;
  readonly matcher: Matcher;
}

const byAlphabet = (one: Rule, other: Rule): number =>
  one.plain.localeCompare(other.plain, 'en') || (one.id < other.id ? -1 : 1);

/** The rules in a store; each change is written together with its case. */
export function createRules(
  store: Store,
  cases: { readonly openBeside: OpenBeside },
  operatorRules: readonly Rule[],
): Rules {
  const ofOperator = { origin: 'operator' as const, matcher: compileRules(operatorRules) };
  const ready = new Map<string, Promise<Ready>>();
  const sizes = new Map<string, number>();

  const forget = (guildId: string): void => {
    ready.delete(guildId);
    sizes.delete(guildId);
  };

  async function load(guildId: string): Promise<Ready> {
    const rules = rulesOf(await store.read(rulesDocument(guildId))).toSorted(byAlphabet);
    return { rules, all: rulesKey(rules), matcher: compileRules(rules) };
  }

  /** The rules of a server, made ready once after each change. */
  async function of(guildId: string): Promise<Ready> {
    const kept = ready.get(guildId) ?? load(guildId);
    ready.delete(guildId);
    ready.set(guildId, kept);
    try {
      const { rules } = await kept;
      if (ready.get(guildId) === kept) sizes.set(guildId, rules.length + 1);
    } catch (error) {
      if (ready.get(guildId) === kept) forget(guildId);
      throw error;
    }
    let held = sizes.values().reduce((sum, size) => sum + size, 0);
    for (const other of ready.keys()) {
      if (held <= READY || other === guildId) break;
      held -= sizes.get(other) ?? 0;
      forget(other);
    }
    return kept;
  }

  async function change(
    guildId: string,
    { interactionId, userId }: Editor,
    edit: (
      now: Map<string, Rule>,
    ) => { added: readonly Rule[]; removed: readonly Rule[] } | undefined,
  ): Promise<RulesChanged> {
    const head = { interactionId, actor: userId };
    try {
      return await cases.openBeside<StoredRules, RulesChanged>(
        guildId,
        head,
        rulesDocument(guildId),
        (stored, number) => {
          const now = new Map(rulesOf(stored).map((rule) => [rule.id, rule]));
          const edited = edit(now);
          if (edited === undefined) return { answer: { kind: 'others' } };
          const { added, removed } = edited;
          if (added.length === 0 && removed.length === 0) return { answer: { kind: 'same' } };
          const total = now.size;
          if (total > MAX_RULES) return { answer: { kind: 'full', would: total } };
          return {
            facts: {
              kind: 'setting',
              name: RULES_SETTING,
              before: settingText(removed),
              after: settingText(added),
            },
            write:
              total === 0
                ? null
                : { v: 1 as const, rules: Array.from(now.values(), ({ text }) => text) },
            answer: { kind: 'changed', added, removed, total, case: number },
          };
        },
      );
    } finally {
      forget(guildId);
    }
  }

  return {
    ofOperator: operatorRules.length,

    add: (guildId, rules, by) =>
      change(guildId, by, (now) => {
        const added = rules.filter(({ id, text }) => now.get(id)?.text !== text);
        const removed = added.flatMap(({ id }) => now.get(id) ?? []);
        for (const rule of added) now.set(rule.id, rule);
        return { added, removed };
      }),

    remove: (guildId, keys, by) =>
      change(guildId, by, (now) => {
        const removed = [...now.values()].filter((rule) => keys.includes(ruleKey(rule)));
        for (const { id } of removed) now.delete(id);
        return { added: [], removed };
      }),

    clear: (guildId, all, by) =>
      change(guildId, by, (now) => {
        const removed = [...now.values()];
        if (rulesKey(removed) !== all) return undefined;
        now.clear();
        return { added: [], removed };
      }),

    async list(guildId, page, size = PAGE) {
      const { rules, all } = await of(guildId);
      const pages = Math.max(1, Math.ceil(rules.length / size));
      const shown = Math.min(Math.max(0, page), pages - 1);
      return {
        rules: rules
          .slice(shown * size, (shown + 1) * size)
          .map((rule) => ({ key: ruleKey(rule), text: rule.text })),
        page: shown,
        pages,
        total: rules.length,
        all,
      };
    },

    async check(guildId, texts, how) {
      const { matcher } = await of(guildId);
      return judge(texts, [ofOperator, { origin: 'server', matcher }], how);
    },
  };
}

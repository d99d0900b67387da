import type { Rule } from './rule.ts';
import { type Spelling, spell } from './spelling.ts';
import { addTo, createTrie } from './trie.ts';
import { createWalk, type Walk } from './walk.ts';
import { createScale, type Why } from './weigh.ts';

/** Where a rule met a text, and how. */
export interface Match {
  readonly rule: Rule;
  readonly why: Why;
  /** In UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
}

/** Rules that texts can be held against. */
export interface Matcher {
  /** How many rules there are. */
  readonly size: number;
  /**
   * How rules met a text. Takes as long as the text is, and hardly longer for many rules than for few.
   */
  find(text: string): Match[];
}

/** Makes rules, of which no two mean the same words, ready to be looked for. */
export function compileRules(rules: readonly Rule[]): Matcher {
  const finders = [false, true].flatMap((isFloating) => {
    const own = rules.filter(({ isOpen }) => isOpen.before === isFloating);
    return own.length === 0 ? [] : [finderOf(own, isFloating)];
  });
  return {
    size: rules.length,
    find(text) {
      if (finders.length === 0 || text === '') return [];
      const spelling = spell(text);
      return finders.flatMap((find) => find(spelling));
    },
  };
}

function finderOf(rules: readonly Rule[], isFloating: boolean): (spelling: Spelling) => Match[] {
  const trie = createTrie();
  /** Rules that differ in the star behind them alone end at the same node. */
  const groups = Map.groupBy(rules, ({ letters }) => addTo(trie, letters));
  const ends = new Int32Array(trie.size).fill(-1);
  const endings = Array.from(groups, ([node, group], index) => {
    ends[node] = index;
    return group;
  });
  const walk = createWalk({ trie, ends, isFloating });
  return (spelling) => matchesIn(spelling, walk, endings);
}

function matchesIn(spelling: Spelling, walk: Walk, endings: readonly (readonly Rule[])[]): Match[] {
  const best = new Map<Rule, Match>();
  const weigh = createScale(spelling);
  walk(spelling, (end, find) => {
    const group = endings[end] ?? [];
    let isSettled = true;
    for (const rule of group) {
      const before = best.get(rule);
      if (before !== undefined && before.why !== 'joined') continue;
      const why = weigh(rule, find);
      if (why === undefined || why === 'joined') isSettled = false;
      if (why === undefined || why === before?.why) continue;
      const from = spelling.from[find.start] ?? 0;
      best.set(rule, { rule, why, from, to: spelling.to[find.end - 1] ?? from });
    }
    return isSettled;
  });
  return [...best.values()];
}

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/moderation/rules/verdict.ts';
import { FORBIDDEN, SENTENCES, TECHNIQUES } from '../../support/evasions.ts';
import { INNOCENTS } from '../../support/innocents.ts';
import { LOOSE_RULES } from '../../support/loose-rules.ts';
import { holding } from '../../support/rules.ts';

const evasions = Object.entries(TECHNIQUES).flatMap(([technique, hide]) =>
  FORBIDDEN.map((word, index) => {
    const sentence = SENTENCES[index % SENTENCES.length] ?? String;
    return { technique, word, text: sentence(hide(word)) };
  }),
);

const share = (count: number, of: number): string => `${((count / of) * 100).toFixed(1)} %`;

describe('hidden words', () => {
  it('are found: at least 95 % blocked or flagged', () => {
    const hold = holding(FORBIDDEN);
    const kinds = evasions.map(({ text }) => hold(text).kind);
    const count = (kind: string) => kinds.filter((each) => each === kind).length;
    const missed = evasions.filter((_, index) => kinds[index] === 'clear');
    console.log(
      `${evasions.length} evasions: ${share(count('block'), evasions.length)} blocked, ${share(count('flag'), evasions.length)} flagged; missed: ${missed.map(({ text }) => text).join(' · ')}`,
    );
    expect(evasions.length).toBeGreaterThanOrEqual(480);
    expect(new Set(evasions.map(({ text }) => text)).size).toBe(evasions.length);
    expect(missed.length / evasions.length).toBeLessThanOrEqual(0.05);
    expect(count('block') / evasions.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each(Object.keys(TECHNIQUES))(
    'are found by %s in three of four words at least',
    (technique) => {
      const hold = holding(FORBIDDEN);
      const own = evasions.filter((each) => each.technique === technique);
      const found = own.filter(({ text }) => hold(text).kind !== 'clear');
      expect(found.length).toBeGreaterThanOrEqual(own.length * 0.75);
    },
  );

  it('are told with the rule that they hide from', () => {
    const hold = holding(FORBIDDEN);
    const wrong = evasions.filter(({ word, text }) => {
      const verdict = hold(text);
      return verdict.kind !== 'clear' && !verdict.hits.some((hit) => hit.rule.text === word);
    });
    expect(wrong).toEqual([]);
  });
});

/** Ten thousand words that look like nothing, the same in each run, a third of them with stars. */
const many = Array.from({ length: 10_000 }, (_, index) => {
  const letters = 'etaoinshrdlucmfwypvbgk';
  const bytes = createHash('sha256').update(`${index}`).digest();
  const word = Array.from(bytes.subarray(0, 4 + (index % 6)), (byte) => letters[byte % 22]).join(
    '',
  );
  return index % 3 === 0 ? `*${word}*` : word;
});

const whyOf = (verdict: Verdict, word: string) =>
  verdict.kind === 'clear' ? undefined : verdict.hits.find((hit) => hit.rule.text === word)?.why;

describe('hidden words among ten thousand rules', () => {
  it('are found as well as by their own rule alone', () => {
    const alone = holding(FORBIDDEN);
    const among = holding([...many.map((text) => `flag: ${text}`), ...FORBIDDEN]);
    const worse = evasions.filter(
      ({ word, text }) => whyOf(among(text), word) !== whyOf(alone(text), word),
    );
    expect(worse).toEqual([]);
  });
});

describe('innocent texts', () => {
  it('are never blocked, and hardly ever flagged', () => {
    const hold = holding(LOOSE_RULES);
    const verdicts = INNOCENTS.map((text) => ({ text, verdict: hold(text) }));
    const of = (kind: string) =>
      verdicts.filter(({ verdict }) => verdict.kind === kind).map(({ text }) => text);
    console.log(
      `${INNOCENTS.length} innocent texts against ${LOOSE_RULES.length} rules: ${share(of('block').length, INNOCENTS.length)} blocked, ${share(of('flag').length, INNOCENTS.length)} flagged: ${of('flag').join(' · ')}`,
    );
    expect(new Set(INNOCENTS).size).toBeGreaterThanOrEqual(300);
    expect(of('block')).toEqual([]);
    expect(of('flag').length).toBeLessThanOrEqual(INNOCENTS.length * 0.02);
  });
});

import { describe, expect, it } from 'vitest';
import { REVIEW_MODES } from '../../src/settings/policy.ts';
import { ruleTestText } from '../../src/words/rules.ts';
import { holding } from '../support/rules.ts';

describe('what a text meets', () => {
  it('fits into one message, however long the rules and however many were met', () => {
    const rules = Array.from('abcdefghij', (letter) => `${'_w '.repeat(32)}${letter}`);
    const text = rules.map((rule) => rule.replaceAll('_w', '~w')).join(' . ');
    const verdict = holding(rules)(`${text} ${'*'.repeat(300)}`);
    if (verdict.kind === 'clear') throw new Error('Nothing was found.');
    expect(verdict.hits).toHaveLength(10);
    const [first, ...others] = verdict.hits.map((hit) => ({ ...hit, why: 'joined' as const }));
    if (first === undefined) throw new Error('Nothing was found.');
    for (const review of REVIEW_MODES) {
      for (const where of [{}, { reviewChannel: '1' }]) {
        const policy = { review, ...where };
        const told = ruleTestText({ kind: 'flag', hits: [first, ...others] }, null, policy);
        expect(told.length).toBeLessThanOrEqual(2_000);
        expect(told).toMatch(/- and 5 more$/);
      }
    }
  });

  it.each([
    ['off', /the picture would be shown, and noted in a case for moderators:$/m],
    ['flagged', /moderators would see the picture first:$/m],
    ['everybody', /moderators would see the picture first, as every other:$/m],
    ['new-members', /a new member’s picture first; others’ would be shown, and noted in a case:$/m],
  ] as const)('says what becomes of a flagged prompt, where reviews are %s', (review, told) => {
    const policy = { review, reviewChannel: '1' };
    expect(ruleTestText(holding(['flag: blood'])('blood'), false, policy)).toMatch(told);
  });

  it.each([
    ['off', /the picture would be shown, and noted in a case for moderators:$/m],
    ['flagged', /as a prompt; nothing would be made, as no review channel is chosen:$/m],
    ['everybody', /nothing would be made, for anybody, as no review channel is chosen:$/m],
    [
      'new-members',
      /nothing would be made for a new member, as .* is chosen; others’ would be shown/,
    ],
  ] as const)('says it where no review channel is chosen and reviews are %s', (review, told) => {
    expect(ruleTestText(holding(['flag: blood'])('blood'), false, { review })).toMatch(told);
  });
});

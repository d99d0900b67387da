import { describe, expect, it } from 'vitest';
import { reportersText } from '../../src/words/reports.ts';
import { OTHER_USER, USER } from '../support/snowflakes.ts';

describe('who reported', () => {
  const reporter = { user: USER, reason: 'x'.repeat(500), counts: true };

  it('is told with the whole reason where they are few', () => {
    expect(reportersText({ by: [reporter] })).toBe(
      `**Reported by**\n• <@${USER}>: ${reporter.reason}`,
    );
    const blocked = { user: OTHER_USER, reason: null, counts: false };
    expect(reportersText({ by: [blocked] })).toContain('(blocked, does not count)');
  });

  it('fits into a card with the most that there can be, each with the beginning of a reason', () => {
    const by = Array.from({ length: 25 }, () => ({ ...reporter, counts: false }));
    const text = reportersText({ by });
    expect(text.match(/: x{70,}…/g)).toHaveLength(25);
    expect(text.length).toBeLessThan(3_500);
  });
});

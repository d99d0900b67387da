import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/moderation/case-documents.ts';
import { wholeCaseText } from '../../src/words/case-list.ts';
import { reportersText, STUCK_NOTE } from '../../src/words/reports.ts';
import { CHANNEL, GUILD, OTHER_USER, USER } from '../support/snowflakes.ts';

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
    expect(text.match(/: x{50,}…/g)).toHaveLength(25);
    const entry: Case = {
      v: 1,
      facts: { kind: 'report' },
      actor: USER,
      target: OTHER_USER,
      at: Date.UTC(2026, 0),
      link: { channel: CHANNEL, message: CHANNEL },
      reason: null,
      note: { by: USER, text: '*'.repeat(500), at: Date.UTC(2026, 0) },
      end: null,
    };
    const told = { guildId: GUILD, number: 1_000_000, entry, text: null };
    expect(wholeCaseText(told, [text, STUCK_NOTE]).length).toBeLessThanOrEqual(4_096);
  });
});

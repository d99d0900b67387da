import { describe, expect, it } from 'vitest';
import { settings } from '../support/bot-limits.ts';
import { expectNoViolations, imagine, setStage } from '../support/stage.ts';

const RESET = String.raw`The credits start afresh <t:\d+:R>\.`;

describe('a limit', () => {
  it('of each member’s day is never exceeded, by 20 requests at once either', async () => {
    const stage = await setStage();
    const { people } = stage.discord.world;
    const { content } = await settings(stage, 'member', { day: 24 });
    expect(content).toBe(
      'Each member: 24 credits a day (before: no limit).\nIt counts from now on.',
    );

    const all = Array.from({ length: 20 }, () => imagine(stage).settled({ withinMs: 20_000 }));
    const answers = await Promise.all(all);
    const drawn = answers.filter(({ attachments }) => attachments.length === 1);
    expect(drawn).toHaveLength(4);
    expect(stage.service.requests).toHaveLength(4);
    const refused = answers.filter(({ attachments }) => attachments.length === 0);
    for (const answer of refused) {
      expect(answer.content).toMatch(
        new RegExp(
          `^You have 0 credits left today, and this takes 6\\. Nothing was charged\\. ${RESET}$`,
        ),
      );
    }
    const other = await imagine(stage, {}, { by: people.secondMember }).settled();
    expect(other.attachments).toHaveLength(1);
    expectNoViolations(stage);
  });
});

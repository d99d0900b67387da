import { describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { ImageApiError } from '../src/image-api/errors.ts';
import type { Cases } from '../src/moderation/cases.ts';
import type { Policy } from '../src/settings/policy.ts';
import { originAt, setStudio, type Setup } from './support/edge-studio.ts';
import { rule } from './support/rules.ts';
import { CHANNEL, GUILD, idAt, USER } from './support/snowflakes.ts';

const link = { channel: CHANNEL, message: idAt(Date.UTC(2026, 10, 22, 12)) };
const ask = { prompt: 'Blood on snow, bloo d', count: 2 };

/** A server with a rule that refuses nothing; its change is case 1. */
async function scene(setup: Setup = {}, policy: Partial<Policy> = {}) {
  const made = await setStudio({ shownIn: link, ...setup });
  const by = { interactionId: originAt().interactionId, userId: USER };
  await made.studio.rules.add(GUILD, [rule('flag: blood')], by);
  await made.settings.change(GUILD, (now) => ({ answer: 0, settings: { ...now, ...policy } }));
  return { ...made, flagged: () => made.cases.ofMember(GUILD, USER) };
}

describe('a request that meets a rule which refuses nothing', () => {
  it.each(['off', 'new-members'] as const)(
    'is one case with what was typed and a link, where reviews are %s',
    async (review) => {
      const { talk, studio, flagged, figures } = await scene({}, { review });
      const origin = originAt(0, { joinedAt: 0 });
      expect((await generate(ask, origin, talk, studio)).kind).toBe('delivered');
      const { cases } = await flagged();
      expect(cases).toHaveLength(1);
      expect(cases[0]).toMatchObject({
        actor: 'bot',
        target: USER,
        facts: { kind: 'flag', rule: { text: 'blood', origin: 'server' }, where: 'prompt' },
        link,
        text: ask.prompt,
      });
      expect(await figures()).toMatchObject({ used: 12, held: 0 });
    },
  );

  it('is one of a moderator as well, whose pictures wait for nobody', async () => {
    const { talk, studio, flagged } = await scene(
      {},
      { review: 'flagged', reviewChannel: CHANNEL },
    );
    await generate(ask, originAt(0, { mayModerate: true }), talk, studio);
    expect((await flagged()).cases).toHaveLength(1);
  });

  it('keeps no text where the server keeps none', async () => {
    const { talk, studio, flagged } = await scene({}, { retentionDays: 0 });
    await generate(ask, originAt(), talk, studio);
    expect((await flagged()).cases).toMatchObject([{ text: null, facts: { kind: 'flag' } }]);
  });

  it('is none where moderators look first, where nothing is shown, or where no rule is met', async () => {
    const reviewed = await scene({}, { review: 'flagged', reviewChannel: CHANNEL });
    expect((await generate(ask, originAt(), reviewed.talk, reviewed.studio)).kind).toBe(
      'in-review',
    );
    expect((await reviewed.flagged()).cases).toEqual([]);

    const failed = new ImageApiError({ kind: 'unreachable', retry: 'no', charged: 'no' });
    const lost = await scene({ draw: () => Promise.reject(failed) });
    await generate(ask, originAt(), lost.talk, lost.studio);
    expect((await lost.flagged()).cases).toEqual([]);

    const fine = await scene();
    await generate({ prompt: 'snow' }, originAt(), fine.talk, fine.studio);
    expect((await fine.flagged()).cases).toEqual([]);
  });

  it('ends as it would when the case cannot be written, and is charged by then', async () => {
    const { talk, studio, figures, lines } = await scene();
    const charged: unknown[] = [];
    const open: Cases['open'] = async () => {
      charged.push(await figures());
      throw new Error('The disk is full.');
    };
    const cases = { ...studio.cases, open };
    const ending = await generate(ask, originAt(), talk, { ...studio, cases });
    expect(ending.kind).toBe('delivered');
    expect(charged).toMatchObject([{ used: 12, held: 0 }]);
    expect(lines.join()).toContain('a flagged request has no case');
  });
});

import { describe, expect, it } from 'vitest';
import { credits, expectNoViolations, imagine, paintAsAsked, setStage } from '../support/stage.ts';

const raw = (values: Readonly<Record<string, string | number>>) => ({
  rawOptions: Object.entries(values).map(([name, value]) => ({
    name,
    type: typeof value === 'string' ? 3 : 4,
    value,
  })),
});

describe('a request that cannot be drawn', () => {
  it('is answered with a reason, and touches neither the service nor the credits', async () => {
    const stage = await setStage({ env: { COOLDOWN_SECONDS: '600' } });
    const prompt = 'A fox';
    const cases: readonly [Readonly<Record<string, string | number>>, RegExp][] = [
      [{ prompt: '   ' }, /^The prompt is empty/],
      [{ prompt: '\u200B\u202E\u2066' }, /^The prompt is empty/],
      [{ prompt: 'x'.repeat(6_001) }, /^The prompt is longer than 6,000/],
      [{ negative_prompt: 'x'.repeat(6_001), prompt }, /^The negative prompt is longer/],
      [{ prompt, style_preset: 'vaporwave' }, /^This style is not offered/],
      [{ prompt, style_preset: '' }, /^This style is not offered/],
      [{ prompt, aspect_ratio: '4:3' }, /^This shape is not offered/],
      [{ prompt, seed: 4294967295 }, /^The seed must be a whole number from 0 to 4294967294/],
      [{ prompt, seed: -1 }, /^The seed must be a whole number/],
      [{ prompt, seed: 1.5 }, /^The seed must be a whole number/],
      [{ prompt, count: 5 }, /^You can ask for 1 to 4 pictures/],
      [{ prompt, count: 0 }, /^You can ask for 1 to 4 pictures/],
      [{}, /^The prompt is empty/],
    ];
    for (const [options, text] of cases) {
      const message = await imagine(stage, {}, raw(options)).settled();
      expect(message.content).toMatch(text);
      expect(message.content).toContain('Nothing was charged.');
    }
    expect(stage.service.requests).toHaveLength(0);
    expect(await credits(stage)).toMatchObject({ Used: '0 credits', Held: '0 credits' });

    const drawn = await imagine(stage).settled();
    expect(drawn.attachments).toHaveLength(1);
    expectNoViolations(stage);
  });

  it('is drawn with a prompt of 6,000 characters, shown in part', async () => {
    const stage = await setStage();
    const message = await imagine(stage, { prompt: '*'.repeat(6_000) }).settled();
    expect(message.attachments).toHaveLength(1);
    expect(message.content.length).toBeLessThanOrEqual(2_000);
    expect(JSON.parse(stage.service.requests[0]?.body ?? '').prompt).toBe('*'.repeat(6_000));
    expectNoViolations(stage);
  });

  it('shows prompts as they are, without mentions, markdown or reordered text', async () => {
    const stage = await setStage();
    const prompt =
      '# @everyone **loud** <@123456789012345678> \u202Egnp.exe [x](https://e.example) `code`';
    const message = await imagine(stage, { prompt, seed: 1 }).settled();
    const [shown = ''] = message.content.split('\n');
    expect(shown).toBe(
      String.raw`> \# @${'\u200B'}everyone \*\*loud\*\* \<@${'\u200B'}123456789012345678\> gnp.exe \[x\]\(https\:\/\/e.example\) \`code\``,
    );
    const [edit] = stage.discord.traffic.rest('PATCH /webhooks/:app/:token/messages/@original');
    expect(edit?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expectNoViolations(stage);
  });
});

describe('a cooldown', () => {
  it('lets exactly one of two simultaneous requests through, and each member has their own', async () => {
    const stage = await setStage({ env: { COOLDOWN_SECONDS: '600' } });
    const { people, channels } = stage.discord.world;
    const [first, second, other] = await Promise.all([
      imagine(stage).settled(),
      imagine(stage, {}, { in: channels.sketches }).settled(),
      imagine(stage, {}, { by: people.secondMember }).settled(),
    ]);
    const drawn = [first, second].filter(({ attachments }) => attachments.length === 1);
    const refused = [first, second].filter(({ content }) => content.startsWith('One at a time'));
    expect([drawn.length, refused.length]).toEqual([1, 1]);
    expect(refused[0]?.content).toMatch(/<t:\d+:R>\. Nothing was charged\.$/);
    expect(other.attachments).toHaveLength(1);
    expect(stage.service.requests).toHaveLength(2);
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: '12 credits', Held: '0 credits' });
  });

  it('survives a restart', async () => {
    const stage = await setStage({ env: { COOLDOWN_SECONDS: '600' } });
    await imagine(stage).settled();
    await stage.bot.stop();
    await stage.again();
    expect((await imagine(stage).settled()).content).toMatch(/^One at a time/);
    expect(stage.service.requests).toHaveLength(1);
  });
});

describe('a budget', () => {
  it('is never exceeded, and what is left is told', async () => {
    const stage = await setStage({ env: { GUILD_MONTHLY_CREDITS: '20' } });
    const { people, channels } = stage.discord.world;
    expect((await imagine(stage, { count: 4 }).settled()).content).toMatch(
      /^This server has 20 credits left this month, and this takes 24\. Nothing was charged\. Fewer pictures/,
    );
    await Promise.all(Array.from({ length: 5 }, () => imagine(stage).settled()));
    expect(stage.service.requests).toHaveLength(3);
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: '18 credits', Held: '0 credits', Left: '2 credits' });

    const elsewhere = await imagine(stage, {}, { by: people.owner, in: channels.prints }).settled();
    expect(elsewhere.attachments).toHaveLength(1);
  });

  it('of 0 is unlimited', async () => {
    const stage = await setStage({ env: { GUILD_MONTHLY_CREDITS: '0' } });
    await imagine(stage).settled();
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: '6 credits', Held: '0 credits', Left: 'unlimited' });
  });

  it('counts what is being made as held, not as used', async () => {
    const gate = Promise.withResolvers<void>();
    const stage = await setStage({
      service: async (request, response, count) => {
        await gate.promise;
        await paintAsAsked(request, response, count);
      },
    });
    const job = imagine(stage, { count: 2 });
    await stage.service.received(2);
    expect(await credits(stage)).toEqual({
      Used: '0 credits',
      Held: '12 credits',
      Left: '2988 credits',
      You: 'You have used 0 credits of them, and 12 credits held.',
    });
    gate.resolve();
    await job.settled();
    await expect
      .poll(() => credits(stage))
      .toMatchObject({ Used: '12 credits', Held: '0 credits' });
  });
});

import { expect, it, onTestFinished } from 'vitest';
import { createServer } from '../../server/app.ts';
import { createSampleEngine } from '../../server/engine/sample.ts';
import { aspectRatios, stylePresets } from '../../src/image-api/contract.ts';
import { defaultSize } from '../../src/image-api/sizes.ts';
import { checkPng } from '../../src/image-api/png.ts';
import { credits, expectNoViolations, imagine, STAGE_KEY, setStage } from '../support/stage.ts';

/** Room for 26 pictures on a slow machine with one core. */
const PATIENCE_MS = 240_000;

it(
  'every shape and every style comes through the real bot in exactly the asked size',
  async () => {
    const engine = createSampleEngine();
    const server = createServer({
      engine,
      keys: [{ key: STAGE_KEY, credits: 6 * (aspectRatios.length + stylePresets.length) }],
      random: Math.random,
      limits: { concurrency: 2, waiting: 64, perKey: 64 },
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    onTestFinished(async () => {
      await server.close();
      await engine.close();
    });
    const stage = await setStage({ env: { IMAGE_API_URL: url } });

    const wishes = [
      ...aspectRatios.map((ratio) => ({ options: { aspect_ratio: ratio }, ratio })),
      ...stylePresets.map((style) => ({ options: { style_preset: style }, ratio: '1:1' as const })),
    ];
    await Promise.all(
      wishes.map(async ({ options, ratio }, index) => {
        const size = defaultSize(ratio);
        const patience = { withinMs: PATIENCE_MS };
        const message = await imagine(stage, { ...options, seed: index + 1 }).settled(patience);
        expect(message.attachments).toMatchObject([
          { ...size, filename: `a-lighthouse-on-a-cliff-${index + 1}.png` },
        ]);
        const [attachment] = message.attachments;
        const file = attachment && stage.discord.file(attachment);
        expect(checkPng(Buffer.from(file?.bytes ?? ''))).toMatchObject(size);
        expect(message.content).toContain(`${size.width} × ${size.height}`);
        expect(message.content).toContain('sample engine');
      }),
    );
    // The last word may come a moment before its charge.
    await expect.poll(() => credits(stage)).toMatchObject({ Used: `${6 * wishes.length} credits` });
    expectNoViolations(stage);
  },
  PATIENCE_MS,
);

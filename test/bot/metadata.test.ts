import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imagineToTheEnd, newcomer } from '../support/bot-jobs.ts';
import { byPrompt, sends } from '../support/bot-services.ts';
import { jpegShell, noisyPng, PNG_SIGNATURE, pngChunk, pngHeader } from '../support/image-files.ts';
import { sendPicture } from '../support/image-service.ts';
import { readPng, textUnder } from '../support/png-texts.ts';
import {
  expectNoViolations,
  type Handler,
  imagine,
  openStage,
  type Stage,
  setStage,
} from '../support/stage.ts';

const SOURCE = 'http://cv.iptc.org/newscodes/digitalsourcetype';

/** A picture of 64 × 64 pixels, and a file that carries a C2PA manifest. */
const plain = noisyPng(64, 64, 20_000);
const signed = Buffer.concat([
  PNG_SIGNATURE,
  pngHeader(64, 64),
  pngChunk('IDAT', Buffer.from([1, 2, 3])),
  pngChunk('caBX', Buffer.from('a manifest')),
  pngChunk('IEND', Buffer.alloc(0)),
]);
const jpeg = jpegShell(64, 64);

const scripts: Readonly<Record<string, Handler>> = {
  'A signed file': sends(signed),
  'A JPEG': sends(jpeg),
  'A sample': (_, response) => {
    response.setHeader('x-image-engine', 'sample');
    sendPicture(response, plain, 5);
  },
};

const paintPlain: Handler = (_, response) => sendPicture(response, plain, 5);

const service: Handler = (request, response, count) => {
  const { prompt } = JSON.parse(request.body) as { prompt: string };
  return (prompt in scripts ? byPrompt(scripts) : paintPlain)(request, response, count);
};

/** Downloads the first attachment of a message, as a member would. */
async function download({ attachments: [first] }: Awaited<ReturnType<typeof drawn>>) {
  const answer = await fetch(first?.url ?? '');
  return Buffer.from(await answer.arrayBuffer());
}

const drawn = (stage: Stage, prompt: string) => imagine(stage, { prompt, seed: 5 }).settled();

const pixels = (file: Buffer) =>
  readPng(file)
    .chunks.filter(({ type }) => type === 'IDAT')
    .map(({ whole }) => whole);

describe('a delivered file', () => {
  let set: Awaited<ReturnType<typeof openStage>>;
  beforeAll(async () => {
    set = await openStage({ service });
  });
  afterAll(() => set.close());

  it('tells how it was made, and not by whom', async () => {
    const { stage } = set;
    const options = {
      prompt: 'A fox in “snow”\nby night',
      negative_prompt: 'hens',
      style_preset: 'origami',
      aspect_ratio: '5:4',
      seed: 5,
    };
    const file = await download(await imagine(stage, options).settled());

    expect(textUnder(file, 'parameters')).toBe(
      [
        'A fox in “snow” by night',
        'Negative prompt: hens',
        'Size: 64x64, Seed: 5, Style preset: origami, Model: Stable Image Core',
      ].join('\n'),
    );
    expect(textUnder(file, 'XML:com.adobe.xmp')).toContain(`>${SOURCE}/trainedAlgorithmicMedia<`);
    expect(pixels(file)).toEqual(pixels(plain));
    const { people, channels } = stage.discord.world;
    const { id, username } = people.member;
    for (const word of [id, username, channels.art.id, channels.art.guildId ?? id]) {
      expect(file.includes(word)).toBe(false);
    }
    expectNoViolations(stage);
  });

  it('does not call the sample engine’s work that of a model', async () => {
    const file = await download(await drawn(set.stage, 'A sample'));
    expect(textUnder(file, 'parameters')).toContain(
      'Model: "Sample engine (algorithm, no AI model)"',
    );
    expect(textUnder(file, 'XML:com.adobe.xmp')).toContain(`>${SOURCE}/algorithmicMedia<`);
  });

  it.each([
    ['A signed file', signed],
    ['A JPEG', jpeg],
  ])('%s stays as it came', async (prompt, bytes) => {
    expect(await download(await drawn(set.stage, prompt))).toEqual(bytes);
  });

  it('arrives without a word where only the picture fits', async () => {
    const { stage } = set;
    const place = newcomer(stage, { attachmentSizeLimit: plain.length });
    const { message, end } = await imagineToTheEnd(stage, { prompt: 'A fox' }, place);
    expect(await download(message)).toEqual(plain);
    expect(end).toMatchObject({ result: 'delivered', captured: 6 });
    expectNoViolations(stage);
  });
});

describe('the operator’s switch', () => {
  it.each([
    ['source', ['XML:com.adobe.xmp']],
    ['none', []],
  ])('%s leaves the prompt out', async (level, keywords) => {
    const stage = await setStage({ service, env: { PICTURE_METADATA: level } });
    const file = await download(await drawn(stage, 'A fox'));
    expect(readPng(file).texts.map(([keyword]) => keyword)).toEqual(keywords);
    expect(file.includes('A fox')).toBe(false);
    expect(pixels(file)).toEqual(pixels(plain));
  });
});

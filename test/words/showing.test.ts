import { describe, expect, it } from 'vitest';
import type { Showing } from '../../src/outcome.ts';
import {
  altText,
  fileName,
  labelFor,
  seedIn,
  showingText,
  silentLabel,
} from '../../src/words/showing.ts';
import { picture, pictureRequest } from '../support/edge-pictures.ts';
import { USER } from '../support/snowflakes.ts';

const showing = (fields: Partial<Showing> = {}): Showing => ({
  userId: USER,
  request: pictureRequest(),
  pictures: [picture()],
  missing: [],
  ...fields,
});

describe('the text with the pictures', () => {
  it('names prompt, shape, size, seed and asker', () => {
    expect(showingText(showing())).toBe(
      [
        '> A fox',
        `Square 1:1 · 1024 × 1024 · seed 7 · asked by <@${USER}>`,
        '-# AI-generated',
      ].join('\n'),
    );
  });

  it('names what was excluded, the style, every size once and every seed', () => {
    const request = pictureRequest({
      negativePrompt: 'snow\n# ice',
      stylePreset: 'neon-punk',
      aspectRatio: '16:9',
      count: 3,
    });
    const pictures = [1, 2, 3].map((seed) => picture({ seed, width: seed < 3 ? 1024 : 1344 }));
    expect(showingText(showing({ request, pictures }))).toBe(
      [
        '> A fox',
        String.raw`Without: snow \# ice`,
        `Neon punk · Wide 16:9 · 1024 × 1024, 1344 × 1024 · seeds 1, 2, 3 · asked by <@${USER}>`,
        '-# AI-generated',
      ].join('\n'),
    );
  });

  it('says which pictures are missing, each reason once, and what was charged', () => {
    const one = showing({ missing: [{ reason: 'busy' }] });
    expect(showingText(one).split('\n')[2]).toBe(
      '1 of 2 pictures is missing: the image service is busy. Only the 1 shown was charged.',
    );
    const more = showing({
      pictures: [picture(), picture()],
      missing: [{ reason: 'upload-too-large' }, { reason: 'upload-too-large' }],
    });
    expect(showingText(more).split('\n')[2]).toBe(
      '2 of 4 pictures are missing: the file is larger than this server accepts. Only the 2 shown were charged.',
    );
  });

  it('does not call the sample engine’s work AI', () => {
    const text = showingText(showing({ pictures: [picture({ sampleEngine: true })] }));
    expect(text).toContain('-# Painted by the sample engine, an algorithm and no AI model');
  });

  it.each([
    [
      ['png'],
      '-# The PNG was larger than this server accepts, so this is a smaller WebP of the same picture.',
    ],
    [
      ['webp'],
      '-# The WebP was larger than this server accepts, so this is a smaller WebP of the same picture.',
    ],
    [
      ['png', undefined],
      '-# The PNG of one picture was larger than this server accepts, so that is a smaller WebP of the same picture.',
    ],
    [
      ['jpeg', 'jpeg'],
      '-# The JPEGs of the pictures were larger than this server accepts, so those are smaller WebPs of the same pictures.',
    ],
    [
      ['png', 'jpeg', undefined],
      '-# The files of 2 pictures were larger than this server accepts, so those are smaller WebPs of the same pictures.',
    ],
  ] as const)('says where files were made smaller (%j)', (formats, line) => {
    const pictures = formats.map((from) =>
      picture(from && { format: 'webp', convertedFrom: from }),
    );
    expect(showingText(showing({ pictures })).split('\n').slice(2)).toEqual([
      line,
      '-# AI-generated',
    ]);
  });

  it('disarms the prompt', () => {
    const request = pictureRequest({ prompt: '@everyone [x](https://example.com)' });
    expect(showingText(showing({ request }))).toMatch(/^> @\u200beveryone \\\[x\\\]\\\(https\\:/);
  });
});

describe('a picture’s alt text', () => {
  it('names its making, style and prompt', () => {
    const request = pictureRequest({ prompt: 'A *fox*', stylePreset: 'origami' });
    expect(altText(request, picture())).toBe('AI-generated image, origami style. Prompt: A *fox*.');
    expect(altText(request, picture({ sampleEngine: true }))).toBe(
      'Sample image made by an algorithm, not AI, origami style. Prompt: A *fox*.',
    );
    expect(altText(pictureRequest({ stylePreset: '3d-model' }), picture())).toBe(
      'AI-generated image, 3D model style. Prompt: A fox.',
    );
  });

  it.each([
    ['a fox, snow, ', 'a fox, snow.'],
    ['A fox!', 'A fox!'],
    ['Is this a fox?', 'Is this a fox?'],
    ['“A fox.”', '“A fox.”'],
    ['A fox (in snow.)', 'A fox (in snow.)'],
    ['A fox (in snow)', 'A fox (in snow).'],
    ['雪の中の狐。', '雪の中の狐。'],
    [',', ',.'],
  ])('ends %j as a sentence', (prompt, sentence) => {
    const text = altText(pictureRequest({ prompt }), picture());
    expect(text).toBe(`AI-generated image. Prompt: ${sentence}`);
  });

  it('holds no seed and no size', () => {
    const text = altText(pictureRequest({ seed: 7 }), picture({ width: 1024, height: 1024 }));
    expect(text).not.toMatch(/\d/);
  });

  it('stays within 1,024 units', () => {
    const prompt = 'A fox in the snow. '.repeat(300).trim();
    const text = altText(pictureRequest({ prompt }), picture());
    expect(text).toHaveLength(1_024);
    expect(text.endsWith('…')).toBe(true);
  });
});

describe('a picture’s file name', () => {
  it.each([
    ['A lighthouse on a cliff', 'a-lighthouse-on-a-cliff-7.png'],
    ['One two three four five six seven eight', 'one-two-three-four-five-six-7.png'],
    ['../../etc/passwd; rm -rf', 'etc-passwd-rm-rf-7.png'],
    ['Crème brûlée à Zürich', 'creme-brulee-a-zurich-7.png'],
    ['狐と雪', 'picture-7.png'],
    ['x'.repeat(100), `${'x'.repeat(48)}-7.png`],
    [`${'x'.repeat(47)} fox`, `${'x'.repeat(47)}-7.png`],
  ])('is made from the first words of %j', (prompt, name) => {
    expect(fileName(pictureRequest({ prompt }), picture())).toBe(name);
  });

  it.each([
    ['png', 'a-fox-7.png'],
    ['jpeg', 'a-fox-7.jpg'],
    ['webp', 'a-fox-7.webp'],
  ] as const)('ends as a %s does', (format, name) => {
    expect(fileName(pictureRequest(), picture({ format }))).toBe(name);
  });
});

describe('the label of a picture', () => {
  it('tells no word of the prompt where it is to be silent', () => {
    const label = silentLabel(pictureRequest({ stylePreset: 'origami' }));
    expect(label(picture({ format: 'jpeg' }))).toEqual({
      name: 'picture-7.jpg',
      alt: 'AI-generated image, origami style.',
    });
  });

  it('names a file that its seed is read from, silent or not', () => {
    const request = pictureRequest({ prompt: 'Route 66-99' });
    for (const label of [labelFor(request), silentLabel(request)]) {
      expect(seedIn(label(picture({ seed: 4_294_967_294 })).name)).toBe(4_294_967_294);
    }
    expect(seedIn('notes.txt')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { TasteProblem } from '../../src/tastes/orders.ts';
import {
  STYLE_CLEARED,
  STYLE_EMPTY,
  STYLE_UNAVAILABLE,
  styleAnswer,
  styleRefused,
} from '../../src/words/style.ts';

const HINT =
  '-# What you choose in `/imagine` wins, and “none” asks for none of it. `/style clear` takes all of them away.';

const refused: Readonly<Record<TasteProblem, string>> = {
  nothing:
    'Choose at least one of style_preset, aspect_ratio and negative_prompt. Nothing was changed.',
  style:
    'This style is not offered. Nothing was changed. Please choose one from the list; if the list looks old, restart your Discord app.',
  shape:
    'This shape is not offered. Nothing was changed. Please choose one from the list; if the list looks old, restart your Discord app.',
  'negative-prompt':
    'The negative prompt cannot be read. Nothing was changed. Please type it anew.',
  'negative-prompt-too-long':
    'The negative prompt is longer than 6,000 characters. Nothing was changed. Please shorten it.',
};

describe('what a member is told of their defaults', () => {
  it('names each of them', () => {
    const taste = {
      stylePreset: 'analog-film',
      aspectRatio: '21:9',
      negativePrompt: 'fog',
    } as const;
    const lines = ['Style: Analog film', 'Shape: Panorama 21:9', 'Without: fog', HINT];
    const title = 'Your defaults for `/imagine`, in every server:';
    expect(styleAnswer(taste, false).split('\n')).toEqual([title, ...lines]);
    expect(styleAnswer(taste, true).split('\n')).toEqual([`Saved. ${title}`, ...lines]);
  });

  it('says what holds where there is none', () => {
    const { length, ...lines } = styleAnswer({ negativePrompt: 'fog' }, false).split('\n');
    expect(length).toBe(5);
    expect(lines).toMatchObject({
      1: 'Style: the server’s, or none',
      2: 'Shape: the server’s, or square',
    });
    const plain = styleAnswer({ stylePreset: 'none', aspectRatio: '1:1' }, false);
    expect(plain).toContain('Style: No style\nShape: Square 1:1\n');
    expect(styleAnswer({ stylePreset: 'anime' }, false)).toContain('\nWithout: nothing\n');
    expect(styleAnswer({}, false)).toBe(STYLE_EMPTY);
    expect(styleAnswer({}, true)).toBe(STYLE_CLEARED);
  });

  it('shows a negative prompt as it is and keeps within a message', () => {
    const negativePrompt = `@everyone **${'x_'.repeat(3_000)}**`;
    const text = styleAnswer({ stylePreset: 'modeling-compound', negativePrompt }, true);
    expect(text.length).toBeLessThan(2_000);
    expect(text).not.toMatch(/@everyone|[^\\]\*\*/);
  });

  it.each(Object.entries(refused) as [TasteProblem, string][])('says %s', (problem, text) => {
    expect(styleRefused(problem)).toBe(text);
  });

  it('says that pictures are made all the same where they cannot be read', () => {
    expect(STYLE_UNAVAILABLE).toBe(
      'Your defaults cannot be read or written right now; `/imagine` works without them. Please look with `/style show` in a minute; if it stays like this, tell the bot’s operator.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  STYLE_CLEARED,
  STYLE_EMPTY,
  STYLE_UNAVAILABLE,
  STYLE_UNKNOWN,
  styleAnswer,
  styleRefused,
} from '../../src/words/style.ts';
import { tasteDocument } from '../../src/tastes/documents.ts';
import { createTastes } from '../../src/tastes/tastes.ts';
import { commandsOnline } from '../support/edge-desk.ts';
import { expectNoViolations } from '../support/edge-discord.ts';

async function scene() {
  const made = await commandsOnline();
  const { people, channels, guilds } = made.discord.world;
  const by = people.member;
  const say = async (command: string, options = {}, more = {}) =>
    (await made.answer(`style ${command}`, options, { by, ...more })).content;
  /** A command of which this version of the bot knows another form. */
  const sayRaw = (name: string, options: readonly { name: string; value: string }[]) =>
    say('show', {}, { rawOptions: [{ type: 1, name, options: options.map(ofText) }] });
  return { ...made, people, channels, guilds, by, say, sayRaw, tastes: createTastes(made.store) };
}

const ofText = (option: { name: string; value: string }) => ({ type: 3, ...option });

describe('a member', () => {
  it('sets, sees and clears defaults of their own, in every server and alone', async () => {
    const { say, tastes, by, people, channels, discord } = await scene();
    expect(await say('show')).toBe(STYLE_EMPTY);
    const style = { stylePreset: 'anime' } as const;
    expect(await say('set', { style_preset: 'anime' })).toBe(styleAnswer(style, true));
    const more = { aspect_ratio: '16:9', negative_prompt: 'fog' };
    const all = { ...style, aspectRatio: '16:9', negativePrompt: 'fog' } as const;
    expect(await say('set', more)).toBe(styleAnswer(all, true));

    expect(await say('show', {}, { in: channels.prints })).toBe(styleAnswer(all, false));
    expect(await say('show', {}, { by: people.secondMember })).toBe(STYLE_EMPTY);
    expect(discord.messages(channels.art, people.secondMember)).toHaveLength(1);

    const square = { ...style, aspectRatio: '1:1' } as const;
    expect(await say('set', { aspect_ratio: '1:1', negative_prompt: 'none' })).toBe(
      styleAnswer(square, true),
    );
    expect(await tastes.of(by.id)).toEqual(square);
    expect(await say('clear')).toBe(STYLE_CLEARED);
    expect(await say('clear')).toBe(STYLE_EMPTY);
    expectNoViolations(discord);
  });

  it('is told what cannot be set, and nothing changes', async () => {
    const { say, sayRaw, tastes, by } = await scene();
    await say('set', { style_preset: 'anime' });
    expect(await say('set')).toBe(styleRefused('nothing'));
    const vaporwave = [{ name: 'style_preset', value: 'vaporwave' }];
    expect(await sayRaw('set', vaporwave)).toBe(styleRefused('style'));
    expect(await sayRaw('colour', [])).toBe(STYLE_UNKNOWN);
    expect(await tastes.of(by.id)).toEqual({ stylePreset: 'anime' });
  });

  it('whose row is broken is told so', async () => {
    const { say, store, by, logged } = await scene();
    const broken = { key: tasteDocument(by.id).key, schema: z.string() };
    await store.update({ broken }, () => ({ answer: undefined, write: { broken: 'broken' } }));
    expect(await say('show')).toBe(STYLE_UNAVAILABLE);
    expect(await say('set', { style_preset: 'anime' })).toBe(STYLE_UNAVAILABLE);
    expect(await say('clear')).toBe(STYLE_UNAVAILABLE);
    expect(await store.read(broken)).toBe('broken');
    expect(logged('defaults could not be read or written')).toHaveLength(3);
  });
});

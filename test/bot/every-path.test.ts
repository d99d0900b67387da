import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invocation, Message } from '../../playground/discord/index.ts';
import { createBlocks } from '../../src/moderation/blocks.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { createRules } from '../../src/moderation/rules/rules.ts';
import { NEW_SETTINGS } from '../../src/settings/documents.ts';
import { createSettings, type Settings } from '../../src/settings/settings.ts';
import { openStore } from '../../src/storage/keyv-store.ts';
import { HISTORY_WORDS } from '../../src/words/history.ts';
import { MENU_LABELS } from '../../src/words/menus.ts';
import { RETRY_WORDS } from '../../src/words/retry.ts';
import { booksOf, imagineToTheEnd, jobEnd, newcomer, type Place } from '../support/bot-jobs.ts';
import { byPrompt, html } from '../support/bot-services.ts';
import { press } from '../support/buttons.ts';
import { rule } from '../support/rules.ts';
import { expectNoViolations, imagine, openStage, type Stage } from '../support/stage.ts';

const PROMPT = 'A lighthouse on a cliff';
const LOST = 'A lighthouse in a storm';

/** A server with a picture, and a request of the same member that was lost. */
interface Scene {
  readonly place: Place;
  readonly message: Message;
  readonly lost: Message;
}

interface Tools {
  readonly settings: Settings;
  readonly blocks: ReturnType<typeof createBlocks>;
  readonly rules: ReturnType<typeof createRules>;
  readonly interactionId: string;
}

/** What stands in the way, and the words for it. */
const OBSTACLES: Readonly<
  Record<
    string,
    {
      readonly told: RegExp;
      readonly set: (guildId: string, place: Place, tools: Tools) => Promise<unknown>;
    }
  >
> = {
  'a blocked member': {
    told: /^You are blocked from making pictures in this server\. The reason: “Enough”\. Nothing was charged\./,
    set: (guildId, { by }, { blocks, interactionId }) =>
      blocks.block(guildId, {
        userId: by.id,
        by: by.id,
        reason: 'Enough',
        interactionId,
        lastsMs: null,
      }),
  },
  'a blocked word': {
    told: /^Your prompt meets this server’s rule, \|\|lighthouse\|\|\. Nothing was charged\..* it is case \d+\.$/,
    set: (guildId, { by }, { rules, interactionId }) =>
      rules.add(guildId, [rule('lighthouse')], { interactionId, userId: by.id }),
  },
  'a wrong channel': {
    told: /^Pictures are not made in this channel\. Nothing was charged\./,
    set: (guildId, { by }, { settings }) =>
      settings.change(guildId, () => ({
        answer: 0,
        settings: { ...NEW_SETTINGS, channels: [by.id] },
      })),
  },
  'a wrong role': {
    told: /^Only members with <@&\d+> can ask for pictures here\. Nothing was charged\./,
    set: (guildId, { by }, { settings }) =>
      settings.change(guildId, () => ({
        answer: 0,
        settings: { ...NEW_SETTINGS, roles: [by.id] },
      })),
  },
  'an empty budget': {
    told: /^This server has 0 credits left this month, and this takes \d+\. Nothing was charged\./,
    set: (guildId, _, { settings }) => settings.setBudget(guildId, 6),
  },
};

/** Presses a button under a message by what it says. */
const pressLabel = ({ discord }: Stage, message: Message, label: string, { by }: Place) =>
  discord.click({ message, button: label, by });

/** Sends a form as it was opened. */
async function sendForm({ discord }: Stage, opener: Invocation): Promise<Invocation> {
  expect(await opener.answered).toBe(9);
  return discord.submit(opener, { values: {} });
}

/** Chooses from the list that a button opens. */
async function choose(
  stage: Stage,
  { place, message }: Scene,
  button: 'style' | 'shape',
  value: string,
): Promise<Invocation> {
  const list = await press(stage, message, button, place.by).settled();
  return stage.discord.select({ message: list, values: [value], by: place.by });
}

/** Every way to ask for a picture. */
const PATHS: Readonly<Record<string, (stage: Stage, scene: Scene) => Promise<Invocation>>> = {
  '/imagine': async (stage, { place }) => imagine(stage, { prompt: PROMPT }, place),
  Again: async (stage, { place, message }) => press(stage, message, 'again', place.by),
  'Edit…': (stage, { place, message }) => sendForm(stage, press(stage, message, 'edit', place.by)),
  'Style…': (stage, scene) => choose(stage, scene, 'style', 'anime'),
  'Shape…': (stage, scene) => choose(stage, scene, 'shape', '16:9'),
  'More like this': async (stage, { place, message }) => press(stage, message, 'more', place.by),
  Retry: async (stage, { place, lost }) => pressLabel(stage, lost, RETRY_WORDS.label, place),
  'Imagine like this': (stage, { place, message }) =>
    sendForm(
      stage,
      stage.discord.contextMenu({ command: MENU_LABELS.like, target: message, ...place }),
    ),
  'Again in /history': async (stage, { place }) => {
    const page = await stage.discord.use({ command: 'history', ...place }).settled();
    return pressLabel(stage, page, `${HISTORY_WORDS.again} 1`, place);
  },
};

let stage: Stage;
let close: () => Promise<void>;
const scenes = new Map<string, Scene>();

beforeAll(async () => {
  const opened = await openStage({ service: byPrompt({ [LOST]: html(500) }) });
  close = opened.close;
  const first = opened.stage;
  for (const obstacle of Object.keys(OBSTACLES)) {
    const place = newcomer(first, { ownerId: first.discord.world.people.owner.id });
    const { message } = await imagineToTheEnd(first, { prompt: PROMPT }, place);
    const { message: lost } = await imagineToTheEnd(first, { prompt: LOST }, place);
    scenes.set(obstacle, { place, message, lost });
  }
  await first.bot.stop();
  const store = await openStore(join(first.folder, 'easel.sqlite'), Date.now);
  const cases = createCases(store, () => {});
  const tools = {
    settings: createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 }),
    blocks: createBlocks(store, cases),
    rules: createRules(store, cases, []),
  };
  for (const [obstacle, { place, message }] of scenes) {
    const guildId = place.in.guildId ?? '';
    await OBSTACLES[obstacle]?.set(guildId, place, { ...tools, interactionId: message.id });
  }
  await store.close();
  stage = { ...first, bot: await first.again() };
}, 60_000);

afterAll(() => close());

describe.each(Object.entries(OBSTACLES))('%s', (obstacle, { told }) => {
  it.each(Object.entries(PATHS))('is in the way of %s', async (_, ask) => {
    const scene = scenes.get(obstacle);
    if (scene === undefined) throw new Error('Every obstacle has its scene.');
    const sent = stage.service.requests.length;
    const job = await ask(stage, scene);
    const message = await job.settled();
    await jobEnd(stage, job);
    expect(message.content).toMatch(told);
    expect(message.attachments).toEqual([]);
    expect(stage.service.requests).toHaveLength(sent);
    expect(await booksOf(stage, scene.place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });
});

it('is nowhere without an obstacle: every path makes pictures', async () => {
  const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
  const { message } = await imagineToTheEnd(stage, { prompt: PROMPT }, place);
  const { message: lost } = await imagineToTheEnd(stage, { prompt: LOST }, place);
  const shown: Record<string, boolean> = {};
  const { Retry: _, ...others } = PATHS;
  for (const [path, ask] of Object.entries(others)) {
    const job = await ask(stage, { place, message, lost });
    shown[path] = (await job.settled()).attachments.length > 0;
    await jobEnd(stage, job, 'delivered');
  }
  expect(shown).toEqual(Object.fromEntries(Object.keys(others).map((path) => [path, true])));
}, 60_000);

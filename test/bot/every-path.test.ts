import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Invocation, Message } from '../../playground/discord/index.ts';
import { createBlocks } from '../../src/moderation/blocks.ts';
import { createCases } from '../../src/moderation/cases.ts';
import { createRules } from '../../src/moderation/rules/rules.ts';
import { createSettings } from '../../src/settings/settings.ts';
import { openStore } from '../../src/storage/keyv-store.ts';
import { HISTORY_WORDS } from '../../src/words/history.ts';
import { MENU_LABELS } from '../../src/words/menus.ts';
import { RETRY_WORDS } from '../../src/words/retry.ts';
import { REVIEW_LABELS } from '../../src/words/review.ts';
import { booksOf, imagineToTheEnd, jobEnd, newcomer, type Place } from '../support/bot-jobs.ts';
import { byPrompt, html } from '../support/bot-services.ts';
import { press } from '../support/buttons.ts';
import { OBSTACLES } from '../support/obstacles.ts';
import { expectNoViolations, imagine, openStage, type Stage } from '../support/stage.ts';

const PROMPT = 'A lighthouse on a cliff';
const ASKED = { prompt: PROMPT, negative_prompt: 'fog' };
const LOST = 'A lighthouse in a storm';

/** Servers where nothing stands in the way. */
const NOTHING = 'nothing';

/** A place with a picture, a request of the same member that was lost, and where moderators see pictures. */
interface Scene {
  readonly place: Place;
  readonly message: Message;
  readonly lost: Message;
  readonly reviewChannel: Channel;
}

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

type Way = (stage: Stage, scene: Scene) => Promise<Invocation>;

const typed: Way = async (on, { place }) => imagine(on, ASKED, place);

/** Every way to ask for a picture. */
const PATHS: Readonly<Record<string, Way>> = {
  '/imagine': typed,
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

/** A request whose pictures moderators see first, in a server of its own where the same stands in the way. */
const REVIEWED = 'an approved review';

/** Every way to ask, and how it is asked for what moderators approve. */
const WAYS = { ...PATHS, [REVIEWED]: typed };

/** The scenes of an obstacle. Whoever is refused by a rule five times waits, so no member asks so often. */
const PARTS = ['one', 'another', REVIEWED] as const;

const partOf = (path: string): (typeof PARTS)[number] => {
  if (path === REVIEWED) return path;
  return Object.keys(PATHS).indexOf(path) < 4 ? 'one' : 'another';
};

const scenes = new Map<string, Scene>();

const sceneOf = (obstacle: string, part: (typeof PARTS)[number]): Scene => {
  const scene = scenes.get(`${obstacle}: ${part}`);
  if (scene === undefined) throw new Error('Every obstacle has its scenes.');
  return scene;
};

async function makeScene(first: Stage): Promise<Scene> {
  const { world } = first.discord;
  const place = newcomer(first, { ownerId: world.people.owner.id });
  const guild = world.allGuilds.get(place.in.guildId ?? '');
  if (guild === undefined) throw new Error('A new server is there.');
  const { message } = await imagineToTheEnd(first, ASKED, place);
  const { message: lost } = await imagineToTheEnd(first, { ...ASKED, prompt: LOST }, place);
  return { place, message, lost, reviewChannel: world.addChannel(guild, 'review') };
}

let stage: Stage;
let close: () => Promise<void>;

beforeAll(async () => {
  const opened = await openStage({ service: byPrompt({ [LOST]: html(500) }) });
  close = opened.close;
  const first = opened.stage;
  for (const obstacle of [...Object.keys(OBSTACLES), NOTHING]) {
    for (const part of PARTS) scenes.set(`${obstacle}: ${part}`, await makeScene(first));
  }
  await first.bot.stop();
  const store = await openStore(join(first.folder, 'easel.sqlite'), Date.now);
  const cases = createCases(store, () => {});
  const tools = {
    settings: createSettings(store, { price: 6, budget: 3_000, cooldownMs: 0 }),
    blocks: createBlocks(store, cases),
    rules: createRules(store, cases, []),
  };
  for (const obstacle of [...Object.keys(OBSTACLES), NOTHING]) {
    for (const part of PARTS) {
      const { place, message, reviewChannel } = sceneOf(obstacle, part);
      const guildId = place.in.guildId ?? '';
      await OBSTACLES[obstacle]?.set(guildId, place, { ...tools, interactionId: message.id });
      if (part !== REVIEWED) continue;
      await tools.settings.change(guildId, (now) => ({
        answer: 0,
        settings: { ...now, review: 'everybody', reviewChannel: reviewChannel.id },
      }));
    }
  }
  await store.close();
  stage = { ...first, bot: await first.again() };
}, 60_000);

afterAll(() => close());

describe.each(Object.entries(OBSTACLES))('%s', (obstacle, { told }) => {
  it.each(Object.entries(WAYS))('is in the way of %s', async (path, ask) => {
    const scene = sceneOf(obstacle, partOf(path));
    const sent = stage.service.requests.length;
    const job = await ask(stage, scene);
    const message = await job.settled();
    await jobEnd(stage, job);
    expect(message.content).toMatch(told);
    expect(message.attachments).toEqual([]);
    expect(stage.discord.messages(scene.reviewChannel)).toEqual([]);
    expect(stage.service.requests).toHaveLength(sent);
    expect(await booksOf(stage, scene.place)).toEqual({ used: 6, held: 0 });
    expectNoViolations(stage);
  });
});

it('is nowhere without an obstacle: every path makes pictures', async () => {
  const scene = sceneOf(NOTHING, 'one');
  const shown: Record<string, boolean> = {};
  const { Retry: _, ...others } = PATHS;
  for (const [path, ask] of Object.entries(others)) {
    const job = await ask(stage, scene);
    shown[path] = (await job.settled()).attachments.length > 0;
    await jobEnd(stage, job, 'delivered');
  }
  expect(shown).toEqual(Object.fromEntries(Object.keys(others).map((path) => [path, true])));
}, 60_000);

it('is nowhere without an obstacle: moderators see the picture, and everybody once they approve', async () => {
  const { discord } = stage;
  const { place, reviewChannel } = sceneOf(NOTHING, REVIEWED);
  const job = imagine(stage, { prompt: PROMPT }, place);
  await jobEnd(stage, job, 'in-review');
  const before = discord.messages(place.in).length;
  const [seen] = discord.messages(reviewChannel);
  expect(seen?.attachments).toHaveLength(1);
  expect(await booksOf(stage, place)).toEqual({ used: 6, held: 6 });
  const { owner } = discord.world.people;
  discord.click({ message: seen?.id ?? '', button: REVIEW_LABELS.approve, by: owner });
  await discord.until(
    () =>
      discord
        .messages(place.in)
        .slice(before)
        .find(({ attachments }) => attachments.length > 0),
    10_000,
    () => 'nothing was shown',
  );
  await expect.poll(() => booksOf(stage, place)).toEqual({ used: 12, held: 0 });
}, 60_000);

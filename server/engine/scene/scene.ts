import type { Random } from '../paint/random.ts';
import { COMPANIONS } from './companions.ts';
import { readWords } from './read.ts';
import type { Thing, Tint } from './words.ts';

/** The hour, which sets the light. */
export type Time = 'dawn' | 'day' | 'noon' | 'sunset' | 'night';

/** What a picture shows, before any place or shape is chosen. */
export interface Scene {
  readonly time: Time;
  readonly things: ReadonlySet<Thing>;
  readonly tints: readonly Tint[];
  /** What colour the words give a thing. */
  readonly coats: ReadonlyMap<Thing, Tint>;
}

const TIMES: readonly Time[] = ['dawn', 'day', 'noon', 'sunset', 'night'];

const SUBJECTS: readonly Thing[] = [
  'sea',
  'lake',
  'river',
  'waterfall',
  'boat',
  'ship',
  'whale',
  'island',
  'beach',
  'cliff',
  'mountains',
  'hills',
  'volcano',
  'meadow',
  'flowers',
  'trees',
  'forest',
  'pine',
  'palm',
  'desert',
  'dunes',
  'cactus',
  'pyramid',
  'city',
  'street',
  'village',
  'house',
  'castle',
  'church',
  'bridge',
  'lighthouse',
  'windmill',
  'tent',
  'cat',
];

const FALLBACKS: readonly [readonly Thing[], ...(readonly Thing[])[]] = [
  ['mountains', 'lake', 'pine', 'clouds'],
  ['mountains', 'river', 'trees', 'flowers', 'clouds'],
  ['hills', 'meadow', 'trees', 'flowers', 'river', 'clouds', 'birds'],
  ['sea', 'island', 'boat', 'clouds'],
  ['desert', 'dunes', 'mountains', 'cactus', 'moon'],
  ['forest', 'mountains', 'lake', 'fog', 'birds'],
  ['sea', 'cliff', 'trees', 'boat', 'birds', 'clouds'],
];

/** Reads prompt and negative prompt; the stream fills in whatever the words leave open. */
export function createScene(prompt: string, negative: string, random: Random): Scene {
  const asked = readWords(prompt);
  const refused = readWords(negative);
  const banned = new Set(refused.things);
  const things = new Set(asked.things.filter((thing) => !banned.has(thing)));
  const add = (thing: Thing): void => {
    if (!banned.has(thing)) things.add(thing);
  };
  const fallback = random.pick(FALLBACKS);
  if (!SUBJECTS.some((subject) => things.has(subject))) fallback.forEach(add);
  for (const { of, brings, unless } of COMPANIONS) {
    if (things.has(of) && !unless.some((other) => things.has(other))) add(brings);
  }
  const cloudy = random.chance(0.8);
  if (cloudy && !things.has('clear') && !things.has('aurora')) add('clouds');
  if (things.has('clear') && !things.has('storm')) things.delete('clouds');
  const flying = random.chance(0.5);
  if (flying && !things.has('storm')) add('birds');
  const time = timeOf(things, banned, random);
  const wet = things.has('rain') || things.has('storm');
  if (time === 'night' && !wet) {
    add('stars');
    if (!things.has('aurora') && !things.has('crescent')) add('moon');
  } else if (time !== 'night' && !wet) add('sun');
  const unwanted = new Set([...refused.tints, ...refused.coats.values()]);
  const tints = asked.tints.filter((tint) => !unwanted.has(tint));
  const coats = new Map([...asked.coats].filter(([, tint]) => !unwanted.has(tint)));
  return { time, things, tints, coats };
}

function timeOf(things: ReadonlySet<Thing>, banned: ReadonlySet<Thing>, random: Random): Time {
  const chosen = random.pick(
    things.has('lighthouse')
      ? (['sunset', 'sunset', 'dawn', 'day', 'night'] as const)
      : (['day', 'day', 'dawn', 'sunset', 'noon'] as const),
  );
  const named = TIMES.find((time) => things.has(time));
  if (named) return named;
  const dark = (['stars', 'aurora', 'moon', 'crescent', 'fireworks'] as const).some((thing) =>
    things.has(thing),
  );
  if (dark && !banned.has('night')) return 'night';
  if (!banned.has(chosen)) return chosen;
  return TIMES.find((time) => !banned.has(time)) ?? 'day';
}

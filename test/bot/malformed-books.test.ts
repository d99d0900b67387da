import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booksOf, imagineToTheEnd, neighbour, newcomer, type Place } from '../support/bot-jobs.ts';
import { type Query, withSqlite } from '../support/sqlite-file.ts';
import { openStage, type Stage } from '../support/stage.ts';

const UNAVAILABLE = /credits cannot be read or written right now\. Nothing was charged/;

/** What somebody made of the row of a server's month, in SQL. */
const edits: readonly (readonly [string, string])[] = [
  ['is empty', `json_set(value, '$.value', json('{}'))`],
  ['has another version', `json_set(value, '$.value.v', 1)`],
  ['is negative', `json_set(value, '$.value.used', -6)`],
  ['is no number', `json_set(value, '$.value.used', json('null'))`],
  ['is beyond all numbers', `json_set(value, '$.value.used', json('1e300'))`],
  ['is a text', `json_set(value, '$.value', 'six')`],
  ['is a number', `json_set(value, '$.value', 6)`],
  ['is a list', `json_set(value, '$.value', json('[]'))`],
  ['holds a text', `json_set(value, '$.value.held', '6')`],
  ['holds nothing known', `json_set(value, '$.value.held', json('null'))`],
  ['is cut', `substr(value, 1, length(value) - 3)`],
  ['is blank', `''`],
];

/** Nothing is wrong with the row alone. */
const unbalanced = ['is less than its members used', `json_set(value, '$.value.used', 0)`] as const;

const monthOf = ({ in: { guildId } }: Place) => `easel:credits:${guildId}:????-??`;

const rowsOf = (query: Query, place: Place) =>
  query('SELECT key, value FROM keyv WHERE key GLOB ?', monthOf(place));

describe('a server whose month', () => {
  let set: Awaited<ReturnType<typeof openStage>>;
  let stage: Stage;
  let file: string;
  const all = [...edits, unbalanced];
  const places = new Map<string, Place>();
  const edited = new Map<string, unknown[]>();

  const placeOf = (name: string): Place => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`There is no server whose month ${name}.`);
    return place;
  };

  beforeAll(async () => {
    set = await openStage({});
    file = join(set.stage.folder, 'easel.sqlite');
    for (const [name] of all) places.set(name, newcomer(set.stage));
    await Promise.all([...places.values()].map((place) => imagineToTheEnd(set.stage, {}, place)));
    await set.stage.bot.stop();
    await withSqlite(file, async (query) => {
      for (const [name, value] of all) {
        const sql = `UPDATE keyv SET value = ${value} WHERE key GLOB ?`;
        await query(sql, monthOf(placeOf(name)));
        edited.set(name, await rowsOf(query, placeOf(name)));
      }
    });
    stage = { ...set.stage, bot: await set.stage.again() };
  });
  afterAll(() => set.close());

  /** What a request there comes to: the member's words, and what the operator is told of it. */
  async function refusal(place: Place) {
    const { message, end } = await imagineToTheEnd(stage, {}, place);
    const told = `"error".*credits:${place.in.guildId}:.*"${String(end['interaction'])}"`;
    return {
      said: message.content,
      result: end['result'],
      told: end['result'] === 'delivered' ? '' : await stage.bot.printed(new RegExp(told)),
    };
  }

  const refused = {
    said: expect.stringMatching(UNAVAILABLE),
    result: 'books-unavailable',
    told: expect.stringContaining('BrokenDocumentError'),
  };

  it.each(edits)('%s is refused to everybody, and the operator is told which row', async (name) => {
    expect(await refusal(neighbour(stage, placeOf(name)))).toEqual(refused);
    expect(await refusal(placeOf(name))).toEqual(refused);
  });

  it('is less than its members used is refused to them, and the operator is told', async () => {
    expect(await refusal(placeOf(unbalanced[0]))).toEqual(refused);
  });

  it('is in order goes on', async () => {
    const place = newcomer(stage);
    const { message } = await imagineToTheEnd(stage, { prompt: 'In order' }, place);
    expect(message.attachments).toHaveLength(1);
    expect(await booksOf(stage, place)).toEqual({ used: 6, held: 0 });
  });

  it('was broken is left as it is, and nothing was drawn there', async () => {
    await stage.bot.stop();
    await withSqlite(file, async (query) => {
      for (const [name, rows] of edited) {
        expect(rows).toHaveLength(1);
        expect(await rowsOf(query, placeOf(name))).toEqual(rows);
      }
    });
    expect(stage.service.requests).toHaveLength(all.length + 1);
  });
});

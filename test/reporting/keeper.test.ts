import { describe, expect, it } from 'vitest';
import { dueDocument, reportDocument } from '../../src/moderation/report-documents.ts';
import { settingsDocument } from '../../src/settings/documents.ts';
import { StoreError } from '../../src/storage/store.ts';
import {
  damage,
  hidings,
  hidingScene,
  HOUR_MS,
  MESSAGE,
  never,
  OTHER_MESSAGE,
  reported,
  restarted,
  setEnough,
} from '../support/hiding.ts';
import { GUILD } from '../support/snowflakes.ts';

describe('pictures that enough members reported are hidden, with one case', () => {
  it('after a crash before anything was done', async () => {
    const scene = await reported();
    expect(await restarted(scene)).toMatchObject({ pause: HOUR_MS });
    expect(scene.state.shows()).toBe(false);
    expect(await scene.kinds()).toEqual(['hide', 'report']);
    expect(await scene.due.all()).toEqual([]);
    await restarted(scene);
    expect(scene.state.covers).toEqual([3]);
  });

  it('after a crash while Discord was asked', async () => {
    const scene = await reported();
    const { gallery } = scene;
    const asked = Promise.withResolvers<void>();
    const cover = () => (asked.resolve(), never());
    void scene.boot({ gallery: { ...gallery, cover } }).keeper.hide(GUILD, MESSAGE);
    await asked.promise;
    await restarted(scene);
    expect(scene.state.shows()).toBe(false);
    expect(await hidings(scene)).toEqual([3]);
  });

  it('after a crash between hiding and its case, also where a report comes late', async () => {
    const scene = await reported();
    const asked = Promise.withResolvers<void>();
    const openBeside = () => (asked.resolve(), never());
    void scene.boot({ cases: { ...scene.cases, openBeside } }).keeper.hide(GUILD, MESSAGE);
    await asked.promise;
    expect(scene.state.shows()).toBe(false);
    expect(await hidings(scene)).toEqual([]);
    await scene.file();
    const { keeper } = await restarted(scene);
    expect(await hidings(scene)).toEqual([3]);
    await scene.file();
    await keeper.hide(GUILD, MESSAGE);
    expect(await hidings(scene)).toEqual([3]);
    expect(await scene.due.all()).toEqual([]);
  });

  it.each(['before', 'after'])(
    'where the database failed %s its case was written',
    async (when) => {
      const scene = await reported();
      const { cases } = scene;
      let fails = true;
      const openBeside: typeof cases.openBeside = async (...order) => {
        if (!fails) return cases.openBeside(...order);
        fails = false;
        if (when === 'after') await cases.openBeside(...order);
        throw new StoreError('The database failed.');
      };
      const { keeper, waited } = scene.boot({ cases: { ...cases, openBeside } });
      keeper.start();
      (await waited(1)).end();
      expect((await waited(2)).ms).toBe(HOUR_MS);
      expect(await hidings(scene)).toEqual([3]);
      expect(scene.state.shows()).toBe(false);
    },
  );

  it('once Discord is back, after longer and longer waits', async () => {
    const scene = await reported(['lost', 'lost', 'lost']);
    const { keeper, waited } = scene.boot();
    keeper.start();
    const pauses: number[] = [];
    for (let count = 1; count <= 4; count += 1) {
      const { ms, end } = await waited(count);
      pauses.push(ms);
      end();
    }
    expect(pauses).toEqual([1_000, 5_000, 30_000, HOUR_MS]);
    expect(scene.state.shows()).toBe(false);
    expect(await hidings(scene)).toEqual([3]);
  });

  it('soon after Discord was not reached when it became due', async () => {
    const scene = await hidingScene(['lost']);
    const { keeper, waited } = scene.boot();
    keeper.start();
    expect((await waited(1)).ms).toBe(HOUR_MS);
    for (let count = 0; count < 3; count += 1) await scene.file();
    await keeper.hide(GUILD, MESSAGE);
    expect((await waited(2)).ms).toBe(HOUR_MS);
    expect(await hidings(scene)).toEqual([3]);
  });

  it('where reports come at once', async () => {
    const scene = await hidingScene();
    const { keeper } = scene.boot();
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        await scene.file();
        await keeper.hide(GUILD, MESSAGE);
      }),
    );
    expect(scene.state.shows()).toBe(false);
    expect(await hidings(scene)).toHaveLength(1);
    expect(await scene.due.all()).toEqual([]);
  });

  it('where what is due is damaged', async () => {
    const scene = await reported();
    await damage(scene, dueDocument(GUILD, MESSAGE).key);
    expect(await scene.file()).toMatchObject({ kind: 'filed' });
    await damage(scene, dueDocument(GUILD, MESSAGE).key);
    expect(await restarted(scene)).toMatchObject({ pause: HOUR_MS });
    expect(await hidings(scene)).toEqual([4]);
    expect(await scene.due.all()).toEqual([]);
  });

  it('where another message’s report is damaged, which stays as it is', async () => {
    const scene = await reported();
    for (let count = 0; count < 3; count += 1) await scene.file({ messageId: OTHER_MESSAGE });
    await damage(scene, reportDocument(GUILD, MESSAGE).key);
    expect(await restarted(scene)).toMatchObject({ pause: HOUR_MS });
    expect([scene.state.shows(), scene.state.shows(OTHER_MESSAGE)]).toEqual([true, false]);
    expect(await scene.due.all()).toEqual([{ guildId: GUILD, messageId: MESSAGE }]);
    expect(scene.lines.filter((line) => line.includes('BrokenDocumentError'))).toHaveLength(1);
  });

  it('although a manager wants more reports since, where it was begun', async () => {
    const scene = await reported(['lost']);
    await scene.boot().keeper.hide(GUILD, MESSAGE);
    await setEnough(scene, 9);
    await restarted(scene);
    expect(await hidings(scene)).toEqual([3]);
  });

  it('once the server’s settings can be read', async () => {
    const scene = await reported();
    const { key } = settingsDocument(GUILD);
    await damage(scene, key);
    const { keeper, waited } = scene.boot();
    keeper.start();
    const { ms, end } = await waited(1);
    expect([ms, scene.state.shows()]).toEqual([HOUR_MS, true]);
    await scene.store.removeRange(key, `${key}:`);
    end();
    await waited(2);
    expect(await hidings(scene)).toEqual([3]);
  });
});

describe('the keeper', () => {
  it('stops between two messages, and leaves the rest', async () => {
    const scene = await reported();
    for (let count = 0; count < 3; count += 1) await scene.file({ messageId: OTHER_MESSAGE });
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const { gallery } = scene;
    const cover: typeof gallery.cover = async (...order) => {
      asked.resolve();
      await answer.promise;
      return gallery.cover(...order);
    };
    const { keeper } = scene.boot({ gallery: { ...gallery, cover } });
    keeper.start();
    await asked.promise;
    const stopped = keeper.stop();
    answer.resolve();
    await stopped;
    expect(await scene.due.all()).toHaveLength(1);
    expect(await hidings(scene)).toEqual([3]);
  });
});

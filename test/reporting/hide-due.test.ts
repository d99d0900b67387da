import { describe, expect, it } from 'vitest';
import {
  hidings,
  type HidingScene,
  hidingScene,
  HOUR_MS,
  MESSAGE,
  never,
  reported,
  restarted,
  setEnough,
  untold,
} from '../support/hiding.ts';
import { GUILD } from '../support/snowflakes.ts';

/** What there is after the bot has looked after everything. */
async function outcome(scene: HidingScene) {
  const { pause } = await restarted(scene);
  const { state, due } = scene;
  return { pause, covers: state.covers, due: await due.all(), hidings: await hidings(scene) };
}

const NOTHING = { pause: HOUR_MS, covers: [], due: [], hidings: [] };

describe('nothing is hidden, and nothing is left to be done,', () => {
  it('where there are too few reports', async () => {
    const scene = await hidingScene();
    await scene.file();
    await scene.file();
    expect(await outcome(scene)).toEqual(NOTHING);
  });

  it('where a manager wants more reports since', async () => {
    const scene = await reported();
    await setEnough(scene, 4);
    expect(await outcome(scene)).toEqual(NOTHING);
    await scene.file();
    await restarted(scene);
    expect(await hidings(scene)).toEqual([4]);
  });

  it('where a moderator decided before', async () => {
    const scene = await reported();
    const { reporting } = scene.boot();
    await reporting.decide(scene.ruling, { kind: 'dismiss' });
    expect(await outcome(scene)).toEqual(NOTHING);
    expect(scene.state.shows()).toBe(true);
  });

  it('where the message is no more', async () => {
    const scene = await reported();
    scene.state.look = 'gone';
    expect(await outcome(scene)).toEqual(NOTHING);
    expect(await untold(scene)).toEqual([]);
  });

  it('where a moderator hid them, and the bot died before that was written down', async () => {
    const scene = await reported();
    const { cases, ruling, state } = scene;
    const asked = Promise.withResolvers<void>();
    const close = () => (asked.resolve(), never());
    void scene.boot({ cases: { ...cases, close } }).reporting.decide(ruling, { kind: 'hide' });
    await asked.promise;
    expect(state.covers.splice(0)).toEqual([null]);
    state.look = 'lost';
    expect(await restarted(scene)).toMatchObject({ pause: 1_000 });
    state.look = undefined;
    expect(await outcome(scene)).toEqual(NOTHING);
    expect(state.shows()).toBe(false);
  });

  it('after pictures were shown again, however often they are reported', async () => {
    const scene = await reported();
    const { reporting } = await restarted(scene);
    expect(await reporting.showAgain(scene.ruling)).toMatchObject({ kind: 'decided' });
    expect(await scene.file()).toEqual({ kind: 'decided' });
    scene.state.covers.splice(0);
    expect(await restarted(scene)).toMatchObject({ pause: HOUR_MS });
    expect([scene.state.shows(), scene.state.covers]).toEqual([true, []]);
    expect(await scene.due.all()).toEqual([]);
  });
});

describe('a moderator who decides while the bot hides', () => {
  it.each(['hide', 'dismiss', 'delete'] as const)('has the last word: %s', async (kind) => {
    const scene = await reported();
    const { keeper, reporting } = scene.boot();
    const [, decided] = await Promise.all([
      keeper.hide(GUILD, MESSAGE),
      reporting.decide(scene.ruling, { kind }),
    ]);
    expect(decided).toMatchObject({ kind: 'decided', handled: 'done' });
    expect(scene.state.shows()).toBe(kind === 'dismiss');
    expect(await hidings(scene)).toEqual([3]);
    expect(await scene.due.all()).toEqual([]);
  });
});

describe('where Discord does not let the bot hide them', () => {
  it('moderators are told once, and the next report tries again', async () => {
    const scene = await reported(['refused', 'refused']);
    const { keeper } = await restarted(scene);
    expect(await untold(scene)).toHaveLength(1);
    expect(scene.rings()).toBe(1);
    expect(await scene.due.all()).toEqual([]);
    await scene.file();
    await keeper.hide(GUILD, MESSAGE);
    expect([scene.state.covers, scene.rings()]).toEqual([[3, 4], 1]);
    await scene.file();
    await keeper.hide(GUILD, MESSAGE);
    expect(scene.state.shows()).toBe(false);
    expect(await hidings(scene)).toEqual([5]);
  });
});

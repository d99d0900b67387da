import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Bot } from '../../playground/bot.ts';
import { keepBot } from '../../playground/keeper.ts';

/** Bots that end when they are told to, or when the test says so. */
function troupe() {
  const endings: ((how: string) => void)[] = [];
  const start = (): Bot => {
    const { promise, resolve } = Promise.withResolvers<string>();
    endings.push(resolve);
    const end = (how: string) => async () => resolve(how);
    return { ended: promise, kill: end('signal SIGKILL'), stop: end('exit code 0') };
  };
  return { start, endings };
}

function kept() {
  const { start, endings } = troupe();
  const changes: (() => void)[] = [];
  const stage = { isConnected: false };
  const keeper = keepBot(
    start,
    () => stage.isConnected,
    (listener) => changes.push(listener),
  );
  const states: string[] = [];
  keeper.subscribe(() => states.push(keeper.status().state));
  const connect = (): void => {
    stage.isConnected = true;
    for (const change of changes) change();
  };
  return { keeper, endings, states, connect };
}

describe('the keeper of the bot', () => {
  it('tells each state as it comes', async () => {
    const { keeper, states, connect } = kept();
    expect(keeper.status()).toEqual({ state: 'starting', note: null });
    connect();
    await keeper.obey('kill');
    await Promise.resolve();
    expect(keeper.status()).toMatchObject({ state: 'killed' });
    await keeper.obey('start');
    expect(states).toEqual(['running', 'stopping', 'killed', 'running']);
  });

  it('starts no second bot beside the first', async () => {
    const { keeper, endings } = kept();
    await keeper.obey('start');
    expect(endings).toHaveLength(1);
  });

  it('tells of an end that nobody ordered', async () => {
    const { keeper, endings } = kept();
    endings[0]?.('exit code 1');
    await expect(keeper.gone).rejects.toThrow('Easel ended by itself (exit code 1).');
    expect(keeper.status()).toEqual({ state: 'ended', note: 'It ended by itself (exit code 1).' });
  });

  it('does not call an ordered end unordered', async () => {
    const { keeper, states } = kept();
    await keeper.obey('stop');
    await Promise.resolve();
    expect(states.at(-1)).toBe('stopped');
    await keeper.obey('kill');
    expect(keeper.status().state).toBe('stopped');
    const first = await Promise.race([keeper.gone.catch(() => 'gone'), setImmediate('kept')]);
    expect(first).toBe('kept');
  });
});

import { describe, expect, it } from 'vitest';
import { matchCommands, namedCommand } from '../../../../playground/page/app/composer/catalogue.ts';
import {
  draftOf,
  firstFault,
  remaining,
  values,
  withEntry,
  withoutEntry,
} from '../../../../playground/page/app/composer/draft.ts';
import { keyOf } from '../../../../playground/page/app/composer/keys.ts';
import { commandView, optionView } from '../../../support/page-options.ts';

const prompt = optionView({ required: true });
const seed = optionView({ name: 'seed', type: 4, min: 0, max: 9 });
const imagine = commandView('imagine', [prompt, seed]);
const budget = commandView('settings budget');
const commands = [
  budget,
  commandView('settings'),
  imagine,
  { ...imagine, type: 3, name: 'Imagine' },
];

const names = (text: string, channel = '1'): string[] =>
  matchCommands(commands, channel, text).map(({ name }) => name);

describe('the commands that a text could become', () => {
  it('are slash commands of the channel, those that begin so first', () => {
    expect(names('/')).toEqual(['imagine', 'settings', 'settings budget']);
    expect(names('/IMA')).toEqual(['imagine']);
    expect(names('/budget')).toEqual(['settings budget']);
    expect(names('/', '2')).toEqual([]);
  });

  it('are settled by a space, unless a longer name could follow', () => {
    expect(namedCommand(commands, '1', '/imagine')).toBeUndefined();
    expect(namedCommand(commands, '1', '/imagine ')?.name).toBe('imagine');
    expect(namedCommand(commands, '1', '/settings ')).toBeUndefined();
    expect(namedCommand(commands, '1', '/settings budget ')?.name).toBe('settings budget');
  });
});

describe('a command being filled in', () => {
  it('begins with what is required, and says what is missing or wrong', () => {
    const draft = draftOf(imagine);
    expect(draft.entries).toEqual([{ name: 'prompt', text: '' }]);
    expect(firstFault(draft)).toMatchObject({ name: 'prompt', reason: /required/ });
    const filled = withEntry(draft, { name: 'prompt', text: 'a fox' });
    expect(firstFault(filled)).toBeUndefined();
    const wrong = withEntry(filled, { name: 'seed', text: '12' });
    expect(firstFault(wrong)).toEqual({ name: 'seed', reason: 'Takes 0 to 9.' });
    expect(values(wrong)).toEqual({ prompt: 'a fox' });
    expect(values(withEntry(wrong, { name: 'seed', text: '7' }))).toEqual({
      prompt: 'a fox',
      seed: 7,
    });
  });

  it('offers the options that are left', () => {
    const draft = draftOf(imagine);
    expect(remaining(draft, '')).toEqual([seed]);
    const more = withEntry(draft, { name: 'seed', text: '' });
    expect(remaining(more, '')).toEqual([]);
    expect(remaining(withoutEntry(more, 'seed'), 'se')).toEqual([seed]);
    expect(remaining(draft, 'x')).toEqual([]);
  });
});

describe('the keys of the message box', () => {
  const moment = { rows: 3, active: -1, hasDraft: true, isEmpty: true };
  const press = (key: string, parts = {}, shiftKey = false) =>
    keyOf({ key, shiftKey, isComposing: false }, { ...moment, ...parts });

  it('walk the list round', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'move', to: 0 });
    expect(press('ArrowDown', { active: 2 })).toEqual({ kind: 'move', to: 0 });
    expect(press('ArrowUp', { active: 0 })).toEqual({ kind: 'move', to: 2 });
    expect(press('ArrowDown', { rows: 0 })).toBeUndefined();
  });

  it('accept a row that is pointed at, and send otherwise', () => {
    expect(press('Enter', { active: 1 })).toEqual({ kind: 'accept', row: 1 });
    expect(press('Tab', { active: 1 })).toEqual({ kind: 'accept', row: 1 });
    expect(press('Enter')).toEqual({ kind: 'send' });
    expect(press('Enter', { active: 5 })).toEqual({ kind: 'send' });
    expect(press('Tab')).toBeUndefined();
    expect(press('Tab', { active: 1 }, true)).toBeUndefined();
  });

  it('give up what is empty, and never what is not', () => {
    expect(press('Backspace')).toEqual({ kind: 'give up' });
    expect(press('Backspace', { isEmpty: false })).toBeUndefined();
    expect(press('Backspace', { hasDraft: false })).toBeUndefined();
  });

  it('leave a word being composed alone', () => {
    const composing = { key: 'Enter', shiftKey: false, isComposing: true };
    expect(keyOf(composing, moment)).toBeUndefined();
  });
});

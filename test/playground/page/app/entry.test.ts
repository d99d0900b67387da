import { describe, expect, it } from 'vitest';
import { limits, read } from '../../../../playground/page/app/composer/entry.ts';
import { optionView } from '../../../support/page-options.ts';

const text = optionView({ minLength: 2, maxLength: 4 });
const whole = optionView({ type: 4, min: 0, max: 10 });
const number = optionView({ type: 10, max: 0.5 });
const choice = optionView({ choices: [{ name: 'Wide 16:9', value: '16:9' }] });
const reading = (option: typeof text, typed: string) => read(option, { name: 'x', text: typed });

describe('what someone puts into an option', () => {
  it.each([
    [text, ' abc ', 'abc'],
    [whole, '10', 10],
    [number, '0.25', 0.25],
    [number, '-3', -3],
    [choice, 'wide 16:9', '16:9'],
  ])('is taken: %#', (option, typed, value) => {
    expect(reading(option, typed)).toEqual({ kind: 'value', value });
  });

  it.each([
    [text, 'a', 'Takes 2 to 4 characters, not 1.'],
    [text, 'abcde', 'Takes 2 to 4 characters, not 5.'],
    [whole, '11', 'Takes 0 to 10.'],
    [whole, '-1', 'Takes 0 to 10.'],
    [whole, '1.5', 'Takes a whole number.'],
    [whole, '1e3', 'Takes a whole number.'],
    [number, 'x', 'Takes a number.'],
    [choice, 'narrow', 'Choose one from the list.'],
    [optionView({ type: 5 }), 'maybe', 'Choose one from the list.'],
  ])('is refused with its reason: %#', (option, typed, reason) => {
    expect(reading(option, typed)).toEqual({ kind: 'wrong', reason });
  });

  it('counts as picked whatever its text says', () => {
    const picked = { id: '7' };
    const entry = { name: 'x', text: '@Somebody', picked };
    expect(read(optionView({ type: 6 }), entry)).toEqual({ kind: 'value', value: picked });
  });

  it('is empty when there are only spaces', () => {
    expect(reading(text, '  ')).toEqual({ kind: 'empty' });
  });

  it('has limits in words', () => {
    expect([text, whole, number, choice].map(limits)).toEqual([
      '2 to 4 characters',
      '0 to 10',
      'at most 0.5',
      '',
    ]);
  });
});

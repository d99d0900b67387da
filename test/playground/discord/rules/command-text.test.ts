import { expect, test } from 'vitest';
import { checkCommand } from '../../../../playground/discord/rules/index.ts';
import { choices, command, option, paths } from '../../../support/discord-bodies.ts';

const nested = (inner: unknown) =>
  command({ options: [{ type: 1, name: 'make', description: 'Makes', options: [inner] }] });

/** A command of 8000 characters: 100 of its own, 100 for each of four options, 100 for each of 75 choices. */
function longest(lastDescription = 'd'.repeat(98)) {
  const hundred = choices(25).map((_, n) => ({
    name: String(n).padStart(2, '0'),
    value: String(n).padEnd(98, 'v'),
  }));
  const full = ['oa', 'ob', 'oc'].map((name) =>
    option({ name, description: 'd'.repeat(98), choices: hundred }),
  );
  const last = option({ name: 'od', description: lastDescription });
  return command({ description: 'd'.repeat(93), options: [...full, last] });
}

test.for<[string, unknown, string[]]>([
  ['letters of other scripts', command({ name: 'สร้าง' }), []],
  ['digits, dashes, quotes', command({ name: "a-1_b'c" }), []],
  ['capitals in a USER command', command({ type: 2, name: 'Paint This', description: '' }), []],
  ['capitals', command({ name: 'Imagine' }), ['name']],
  ['capitals of other scripts', command({ name: 'Árbol' }), ['name']],
  ['a space', command({ name: 'imagine this' }), ['name']],
  ['an emoji', command({ name: 'paint🎨' }), ['name']],
  [
    'capitals in an option',
    command({ options: [option({ name: 'Prompt' })] }),
    ['options[0].name'],
  ],
  [
    'capitals below a subcommand',
    nested(option({ name: 'Prompt' })),
    ['options[0].options[0].name'],
  ],
  [
    'capitals in a translation',
    command({ name_localizations: { de: 'Male' } }),
    ['name_localizations.de'],
  ],
])('name: %s', ([, body, expected]) => {
  expect(paths(checkCommand(body))).toEqual(expected);
});

test.for<[string, unknown, string[]]>([
  ['a documented locale', command({ name_localizations: { 'es-419': 'pintar' } }), []],
  [
    'an unknown locale',
    command({ name_localizations: { es: 'pintar' } }),
    ['name_localizations.es'],
  ],
  [
    'an unknown locale in a choice',
    command({
      options: [option({ choices: [{ name: 'A', value: 'a', name_localizations: { xx: 'B' } }] })],
    }),
    ['options[0].choices[0].name_localizations.xx'],
  ],
])('locale: %s', ([, body, expected]) => {
  expect(paths(checkCommand(body))).toEqual(expected);
});

test.for<[number, string[]]>([
  [100, []],
  [101, ['options[0].choices[0].value']],
])('a choice value of %d characters', ([length, expected]) => {
  const body = command({
    options: [option({ choices: [{ name: 'A', value: 'v'.repeat(length) }] })],
  });
  expect(paths(checkCommand(body))).toEqual(expected);
});

test.for<[string, unknown, string[]]>([
  ['8000 characters', longest(), []],
  ['8001 characters', longest('d'.repeat(99)), ['']],
  [
    'a translation no longer than the text',
    { ...longest(), name_localizations: { de: 'zeichne' } },
    [],
  ],
  [
    'a translation longer than the text',
    { ...longest(), name_localizations: { de: 'zeichnen' } },
    [''],
  ],
])('size: %s', ([, body, expected]) => {
  expect(paths(checkCommand(body))).toEqual(expected);
});

import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../server/engine/scene/read.ts';

const things = (text: string): readonly string[] => readWords(text).things;

describe('readWords', () => {
  it.each([
    ['A lighthouse on a cliff', ['lighthouse', 'cliff']],
    ['LIGHTHOUSES!', ['lighthouse']],
    ['three boats, two ships', ['boat', 'ship']],
    ['poppies and daisies', ['flowers']],
    ['golden hour', ['sunset']],
    ['the northern lights', ['aurora']],
    ['hot-air balloons', ['balloon']],
    ['under the Milky Way', ['stars']],
    ['wolves at midnight', ['night']],
    ['beaches', ['beach']],
    ['cacti and a cactus', ['cactus']],
    ['skyscrapers', ['city']],
    ['a moonlit lake', ['night', 'moon', 'lake']],
  ])('finds in %j', (text, expected) => {
    expect([...things(text)].toSorted()).toEqual([...expected].toSorted());
  });

  it.each([
    'seahorse',
    'a carpet',
    'skiing',
    'islander',
    'moonshine',
    'township',
    'hallway',
    'starch',
    'constructor __proto__ toString',
  ])('finds nothing in %j, where a known word is only a part', (text) => {
    expect(things(text)).toEqual([]);
  });

  it('finds colours', () => {
    expect(readWords('teal sea in golden light').tints).toEqual(['teal', 'golden']);
    expect(readWords('a bored hundred').tints).toEqual([]);
  });

  it.each([
    ['a red house', [['house', 'red']]],
    [
      'yellow boats, a white hot-air balloon',
      [
        ['boat', 'yellow'],
        ['balloon', 'white'],
      ],
    ],
    ['pink cherry blossoms', []],
    ['a green car by a blue old house', []],
    ['blue sunset', []],
  ])('gives a thing the colour right before it in %j', (text, coats) => {
    expect([...readWords(text).coats]).toEqual(coats);
  });

  it('leaves to the light only the colours that no thing wears', () => {
    expect(readWords('a green car, a red house').tints).toEqual(['green']);
    expect(readWords('red light on a red house').tints).toEqual(['red']);
  });

  it('names each thing once', () => {
    expect(things('sea sea ocean')).toEqual(['sea']);
  });
});

import { describe, expect, it } from 'vitest';
import type { ComponentView, PageState } from '../../../../playground/page/contract.ts';
import { offersOf } from '../../../../playground/page/app/message/choices.ts';

const channel = (id: string, name: string, type = 0) => ({
  id,
  name,
  type,
  parent: null,
  nsfw: false,
  kind: 'text' as const,
});

const person = { id: '9', name: 'Member', username: 'member', role: 'Member', colour: '#ffffff' };

const STATE: PageState = {
  me: person,
  guilds: [
    {
      id: '1',
      name: 'Studio',
      channels: [channel('2', 'art'), channel('3', 'log'), channel('4', 'critique', 11)],
      roles: [
        { id: '1', name: '@everyone' },
        { id: '5', name: 'Painters' },
      ],
      members: ['9'],
    },
  ],
  people: [person],
  bot: { id: '8', name: 'Easel' },
  commands: [],
};

const offers = (menu: ComponentView) =>
  offersOf(menu, STATE, '1').map(({ label, selected }) => `${selected ? '+' : ''}${label}`);

describe('a menu', () => {
  it('of channels offers those of its types, with what is chosen beforehand', () => {
    const menu = { type: 8, channel_types: [0], default_values: [{ id: '3' }, { id: '77' }] };
    expect(offers(menu)).toEqual(['#art', '+#log']);
  });

  it('of roles offers all, with what is chosen beforehand', () => {
    expect(offers({ type: 6, default_values: [{ id: '5' }] })).toEqual(['@everyone', '+@Painters']);
    expect(offers({ type: 6 })).toEqual(['@everyone', '@Painters']);
  });

  it('of people, or of people and roles, the same', () => {
    expect(offers({ type: 5, default_values: [{ id: '9' }] })).toEqual(['+@Member', '@Easel']);
    expect(offers({ type: 7, default_values: [{ id: '5' }] })).toEqual([
      '@Member',
      '@Easel',
      '@everyone',
      '+@Painters',
    ]);
  });
});

import { expect, it } from 'vitest';
import { ownersOf, ownershipSchema } from '../src/owners.ts';

const person = (username: string) => ({ id: `id of ${username}`, username });

const namesOf = (application: unknown) =>
  ownersOf(ownershipSchema.parse(application)).map(({ username }) => username);

it('are the one owner of an application', () => {
  expect(namesOf({ owner: person('ada'), team: null })).toEqual(['ada']);
  expect(namesOf({ owner: person('ada') })).toEqual(['ada']);
});

it('are the people of its team, and not the team’s own account', () => {
  const members = [
    { user: person('ada'), membership_state: 2, role: 'admin' },
    { user: person('ben'), membership_state: 2, role: 'developer' },
    { user: person('cleo'), membership_state: 1, role: 'admin' },
    { user: person('dan'), membership_state: 2, role: 'read_only' },
  ];
  const team = { name: 'Atelier', members };
  expect(namesOf({ owner: person('team123'), team })).toEqual(['ada', 'ben']);
});

it('are nobody where Discord names nobody', () => {
  expect(namesOf({})).toEqual([]);
});

import { expect, it } from 'vitest';
import { commandViews } from '../../../playground/page/commands.ts';
import type { WireCommand } from '../../../playground/discord/wire.ts';

const command = (name: string, parts: Partial<WireCommand>): WireCommand => ({
  id: '1',
  application_id: '2',
  version: '3',
  type: 1,
  name,
  description: `About ${name}`,
  default_member_permissions: null,
  nsfw: false,
  contexts: null,
  integration_types: [0],
  ...parts,
});

it('turns options into fields of the form', () => {
  const choices = [{ name: 'Wide 16:9', value: '16:9' }];
  const options = [
    { type: 3, name: 'prompt', description: 'What', required: true, max_length: 9 },
    { type: 3, name: 'shape', choices },
    { type: 4, name: 'seed', min_value: 0, max_value: 7 },
    { type: 10, name: 'strength' },
    { type: 5, name: 'quiet' },
    { type: 11, name: 'reference' },
  ];
  const bare = { description: '', required: false, choices: [], min: null, max: null };
  expect(commandViews([command('imagine', { options })])).toEqual([
    {
      name: 'imagine',
      description: 'About imagine',
      fields: [
        { ...bare, name: 'prompt', description: 'What', required: true, type: 'text', max: 9 },
        { ...bare, name: 'shape', type: 'choice', choices },
        { ...bare, name: 'seed', type: 'whole', min: 0, max: 7 },
        { ...bare, name: 'strength', type: 'number' },
        { ...bare, name: 'quiet', type: 'yes-no' },
      ],
    },
  ]);
});

it('offers subcommands one by one, and nothing that a form cannot fill in', () => {
  const leaf = { type: 1, name: 'budget', description: 'A month' };
  const offered = commandViews([
    command('settings', { options: [{ type: 2, name: 'server', options: [leaf] }, leaf] }),
    command('gift', { options: [{ type: 6, name: 'to', required: true }] }),
    command('Report picture', { type: 3 }),
  ]);
  expect(offered).toEqual([
    { name: 'settings server budget', description: 'A month', fields: [] },
    { name: 'settings budget', description: 'A month', fields: [] },
  ]);
});

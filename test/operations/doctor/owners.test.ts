import { expect, onTestFinished, test } from 'vitest';
import { createDiscordRest } from '../../../src/operations/doctor/discord-rest.ts';
import { checkOwners } from '../../../src/operations/doctor/owners.ts';
import { application } from '../../support/discord-facts.ts';
import { startJsonServer } from '../../support/json-server.ts';

const PAINTER = '223456789012345678';
const ROBOT = '323456789012345678';
const BROKEN = '423456789012345678';
const NOBODY = '523456789012345678';

async function check(ids: string[], changes: Partial<Parameters<typeof checkOwners>[2]> = {}) {
  const { url } = await startJsonServer({
    [`/api/v10/users/${PAINTER}`]: { body: { id: PAINTER, username: 'painter' } },
    [`/api/v10/users/${ROBOT}`]: { body: { id: ROBOT, username: 'robot', bot: true } },
    [`/api/v10/users/${BROKEN}`]: { status: 500, body: {} },
  });
  const rest = createDiscordRest({ apiUrl: `${url}/api`, token: 'a.bot.token' });
  onTestFinished(() => rest.close());
  return checkOwners(rest, ids, { ...application, ...changes });
}

test('each configured id is looked up', async () => {
  expect(await check([PAINTER, ROBOT, NOBODY, BROKEN])).toEqual([
    { verdict: 'ok', text: `Owner painter (${PAINTER})` },
    { verdict: 'fail', text: expect.stringContaining('is the bot robot') },
    { verdict: 'fail', text: expect.stringContaining(`knows no user ${NOBODY}`) },
    { verdict: 'fail', text: expect.stringContaining('HTTP 500') },
  ]);
});

test('without any it is the owner of the application', async () => {
  expect(await check([])).toEqual([
    { verdict: 'ok', text: expect.stringContaining(`painter (${PAINTER})`) },
  ]);
});

test('or its team', async () => {
  const members = ['ada', 'ben'].map((username) => ({ user: { id: PAINTER, username } }));
  expect(await check([], { team: { name: 'Atelier', members } })).toEqual([
    { verdict: 'ok', text: 'Owners are the team Atelier: ada, ben' },
  ]);
});

test('or nobody, which is worth a warning', async () => {
  expect(await check([], { owner: undefined })).toEqual([
    { verdict: 'warn', text: expect.stringContaining('set OWNER_IDS') },
  ]);
});

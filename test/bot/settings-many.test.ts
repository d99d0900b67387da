import { expect, it } from 'vitest';
import { fieldOf, settingsPanel } from '../support/bot-limits.ts';
import { expectNoViolations, setStage } from '../support/stage.ts';

it('takes 25 limits away at once, and says so in one message', async () => {
  const ids = Array.from({ length: 25 }, (_, index) => `5000000000000001${10 + index}`);
  const roles = Object.fromEntries(ids.map((id) => [id, 1_000_000]));
  const stage = await setStage({
    policies: ({ guilds }) => ({ [guilds.studio.id]: { limits: { channels: {}, roles } } }),
  });
  const panel = await settingsPanel(stage);
  await panel.page('shares');
  const none = await panel.choose('reset:roles', ...ids.map((id) => `share:roles:${id}`));
  expect(fieldOf(none, 'Roles')).toBe('no limits');
  expect(none.content).toMatch(/\nAnd \d+ more: `\/moderation cases` lists every change\.$/);
  expectNoViolations(stage);
});

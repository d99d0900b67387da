import { expect, it } from 'vitest';
import type { Desk } from '../../../src/discord/command.ts';
import { BLOCKED_PAGE, blockedPage } from '../../../src/discord/moderation/blocked-page.ts';
import { NO_MORE_BLOCKED, NOBODY_BLOCKED } from '../../../src/words/blocks.ts';
import { listeningLog } from '../../support/edge-log.ts';
import { after, moderation } from '../../support/moderation.ts';
import { GUILD, OTHER_USER } from '../../support/snowflakes.ts';

const MODERATOR = {
  interactionId: after(),
  guildId: GUILD,
  userId: OTHER_USER,
  botId: '100000000000000001',
};

it('tells the end of a list of blocks from a server without', async () => {
  const { blocks } = await moderation();
  const desk = { studio: { blocks }, line: listeningLog() } as unknown as Desk;
  const block = { by: OTHER_USER, reason: 'Rude', interactionId: after(), lastsMs: null };
  const ids = Array.from({ length: 500 }, (_, index) => `3000000000000${10_000 + index}`);
  expect(await blockedPage(MODERATOR, '', desk)).toMatchObject({ content: NOBODY_BLOCKED });
  for (const userId of ids) await blocks.block(GUILD, { ...block, userId });

  const seen: string[] = [];
  let pages = 0;
  for (let from: string | undefined = ''; from !== undefined; pages += 1) {
    const { embeds = [], components = [] } = await blockedPage(MODERATOR, from, desk);
    const { description } = embeds[0] as { description: string };
    seen.push(...(description.match(/^<@\d+>/gm) ?? []));
    const found = /blocked-page:(\d+)/.exec(JSON.stringify(components));
    from = found?.[1];
  }
  expect(pages).toBe(50);
  expect(seen).toEqual(ids.map((id) => `<@${id}>`));

  const last = ids.at(-1) ?? '';
  await blocks.unblock(GUILD, { ...block, userId: last });
  const page = await blockedPage(MODERATOR, last, desk);
  expect(page).toMatchObject({ content: NO_MORE_BLOCKED, embeds: [] });
  expect(JSON.stringify(page.components)).toContain(`${BLOCKED_PAGE}:first`);
});

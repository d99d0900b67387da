import type { ModalSubmitInteraction } from 'discord.js';
import { expect, it } from 'vitest';
import { sentReport } from '../../commands/reports/report-form.ts';
import type { Desk } from '../../src/discord/command.ts';
import { StoreError } from '../../src/storage/store.ts';
import { REPORT_WORDS } from '../../src/words/reports.ts';
import { hidings, MESSAGE, reported } from '../support/hiding.ts';
import { after } from '../support/moderation.ts';
import { CHANNEL, GUILD, OTHER_USER } from '../support/snowflakes.ts';

it('hides what a report makes due although the database does not say that it is written', async () => {
  const scene = await reported([], 2);
  const { keeper, reporting } = scene.boot();
  const said: unknown[] = [];
  const desk = {
    line: {
      api: { whisper: (_: unknown, body: unknown) => Promise.resolve(said.push(body)) },
      log: scene.log,
      pictures: { find: () => Promise.resolve(undefined) },
    },
    studio: { blocks: scene.blocks },
    reporting: {
      ...reporting,
      async file(...order: Parameters<typeof reporting.file>) {
        await reporting.file(...order);
        throw new StoreError('The database failed.');
      },
    },
    hidingKeeper: keeper,
  } as unknown as Desk;
  const interaction = {
    id: after(),
    guildId: GUILD,
    channelId: CHANNEL,
    user: { id: OTHER_USER },
    fields: { fields: new Map() },
  } as unknown as ModalSubmitInteraction;
  await sentReport.run(interaction, `${MESSAGE}:1::`, desk);
  expect(said).toEqual([{ content: REPORT_WORDS.unavailable }]);
  expect(await hidings(scene)).toEqual([3]);
});

import type { Component } from '../../src/discord/command.ts';
import { HISTORY, historyPage, readSpot } from '../../src/discord/pictures/history-page.ts';
import { firstAnswer } from '../../src/discord/whisper.ts';

/** Newer and Older: turns the page of a history, in its place. */
export const turnPage: Component = {
  kind: HISTORY.page,

  async run(interaction, rest, desk) {
    const { api, log } = desk.line;
    const body = await historyPage(interaction, readSpot(rest), desk);
    await firstAnswer(() => api.replace(interaction, body), interaction, log);
  },
};

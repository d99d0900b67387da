import { expect, it } from 'vitest';
import { awaitDiscord } from '../../src/discord/client.ts';
import { edgeDiscord } from '../support/edge-discord.ts';
import { listeningLog } from '../support/edge-log.ts';

const HOUR_MS = 3_600_000;

it.each([-2 * HOUR_MS, 0, 2 * HOUR_MS])(
  'tells how far Discord’s clock is ahead of the host’s: %i ms',
  async (aheadMs) => {
    const { apiUrl, token } = await edgeDiscord({ now: () => Date.now() + aheadMs });
    const { signal } = new AbortController();
    const seen = await awaitDiscord({ apiUrl, token, log: listeningLog().log, signal });
    expect(Math.abs(seen - aheadMs)).toBeLessThan(HOUR_MS);
  },
);

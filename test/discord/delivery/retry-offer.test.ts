import { describe, expect, it } from 'vitest';
import { canRetry, offerRetry, retryRow } from '../../../src/discord/delivery/retry-offer.ts';
import type { Notice, PaintFailure, UploadRefusal } from '../../../src/outcome.ts';
import { StoreError } from '../../../src/storage/store.ts';
import { listeningLog } from '../../support/edge-log.ts';
import { CHANNEL, GUILD, USER } from '../../support/snowflakes.ts';

const notPainted = (reason: Exclude<PaintFailure['reason'], 'called-off'>): Notice => ({
  kind: 'not-painted',
  asked: 1,
  failure: { reason },
});
const notDelivered = (refusal: UploadRefusal): Notice => ({
  kind: 'not-delivered',
  refusal,
  made: true,
});

const none = () => Promise.reject(new Error('not asked for'));

/** Records that are kept as the test says. */
function desk(keep: () => Promise<string> = () => Promise.resolve('record')) {
  const { log, lines } = listeningLog();
  const kept: unknown[] = [];
  const retries = {
    keep: (retry: unknown) => (kept.push(retry), keep()),
    take: none,
    putBack: none,
  };
  return { tools: { retries, log }, kept, lines };
}

describe('asking again makes sense', () => {
  it.each<[boolean, Notice]>([
    [true, { kind: 'interrupted', received: 0 }],
    [false, { kind: 'interrupted', received: 1 }],
    [false, { kind: 'not-painted', asked: 1, failure: { reason: 'called-off', by: USER } }],
    ...(
      [
        'unreachable',
        'busy',
        'rate-limited',
        'timeout',
        'connection-lost',
        'service-failed',
      ] as const
    ).map((reason): [boolean, Notice] => [true, notPainted(reason)]),
    ...(['unusable-picture', 'restarting', 'out-of-time', 'unexpected'] as const).map(
      (reason): [boolean, Notice] => [true, notPainted(reason)],
    ),
    ...(['moderated', 'rejected', 'unauthorised', 'out-of-credits', 'redirected'] as const).map(
      (reason): [boolean, Notice] => [false, notPainted(reason)],
    ),
    ...(['channel-deleted', 'token-expired', 'refused', 'discord-down'] as const).map(
      (refusal): [boolean, Notice] => [true, notDelivered(refusal)],
    ),
    ...(['too-large', 'no-permission', 'message-deleted', 'blocked-by-filter'] as const).map(
      (refusal): [boolean, Notice] => [false, notDelivered(refusal)],
    ),
    [false, { kind: 'outside-server' }],
    [false, { kind: 'files-too-small', limit: 100 }],
    [false, { kind: 'invalid', field: 'prompt', problem: 'bad-value' }],
  ])('%s: %o', (sense, notice) => {
    expect(canRetry(notice, false)).toBe(sense);
    expect(canRetry(notice, true)).toBe(sense);
  });

  it.each<Notice>([
    { kind: 'cooldown', readyAt: 0 },
    { kind: 'refused-often', readyAt: 0 },
    { kind: 'over-limit', limit: { of: 'server' }, price: 6, needed: 6, left: 0, renewsAt: 0 },
    { kind: 'may-not-attach' },
    { kind: 'books-unavailable' },
    { kind: 'settings-unavailable' },
    { kind: 'queue-full', of: 'member', limit: 12 },
    { kind: 'restarting' },
  ])('only where a button was used up: %o', (notice) => {
    expect(canRetry(notice, false)).toBe(false);
    expect(canRetry(notice, true)).toBe(true);
  });
});

describe('the button', () => {
  const asked = { guildId: GUILD, channelId: CHANNEL, userId: USER, options: { prompt: 'A fox' } };
  const interrupted: Notice = { kind: 'interrupted', received: 0 };

  it('names a record that is there', async () => {
    const { tools, kept } = desk();
    expect(await offerRetry(interrupted, asked, false, tools)).toBe('record');
    expect(retryRow('record').components).toMatchObject([
      { label: 'Retry', custom_id: 'retry:record' },
    ]);
    const { channelId: _channel, ...wanted } = asked;
    expect(kept).toEqual([wanted]);
  });

  it.each([
    ['outside a server', { guildId: null }],
    ['of what nobody knows any more', { options: null }],
  ])('is not offered %s', async (_, fields) => {
    const { tools, kept } = desk();
    expect(await offerRetry(interrupted, { ...asked, ...fields }, false, tools)).toBeUndefined();
    expect(kept).toEqual([]);
  });

  it('is left out where its record cannot be written', async () => {
    const { tools, lines } = desk(() => Promise.reject(new StoreError('The database failed.')));
    expect(await offerRetry(interrupted, asked, false, tools)).toBeUndefined();
    expect(lines.join()).toContain('no Retry button');
  });
});

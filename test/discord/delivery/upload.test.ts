import { describe, expect, it } from 'vitest';
import { inRequests } from '../../../src/discord/delivery/files.ts';
import type { Picture } from '../../../src/image-api/client.ts';
import { expectNoViolations, refusal, ROUTES } from '../../support/edge-discord.ts';
import { picture } from '../../support/edge-pictures.ts';
import { deferredUpload, MIB, showingOf } from '../../support/edge-upload.ts';

const { edit, look } = ROUTES;

const picturesOf = (...lengths: number[]) =>
  lengths.map((length) => picture({ bytes: Buffer.alloc(length) }));

const sizesOf = (groups: readonly (readonly Picture[])[]) =>
  groups.map((group) => group.map(({ bytes }) => bytes.length));

describe('pictures', () => {
  it('arrive with their bytes, names, descriptions and text', async () => {
    const { discord, run, calls, invocation } = await deferredUpload();
    const pictures = [1, 2].map((seed) => picture({ seed, bytes: Buffer.from(`file ${seed}`) }));
    expect(await run(showingOf(pictures))).toEqual({ kind: 'known', accepted: 2 });
    const message = await invocation.settled();
    expect(message.content).toContain('seeds 1, 2');
    expect(message.attachments).toMatchObject([
      { filename: 'a-fox-1.png', description: 'AI-generated image. Prompt: A fox.' },
      { filename: 'a-fox-2.png', description: 'AI-generated image. Prompt: A fox.' },
    ]);
    const files = message.attachments.map((each) => discord.file(each)?.bytes.toString());
    expect(files).toEqual(['file 1', 'file 2']);
    expect(calls).toEqual(['edit']);
    expectNoViolations(discord);
  });

  it('go in several requests where one would be too large, and the first ones stay', async () => {
    const { discord, run, calls, invocation } = await deferredUpload();
    const pictures = [1, 2, 3, 4].map((seed) => picture({ seed, bytes: Buffer.alloc(7 * MIB) }));
    expect(await run(showingOf(pictures))).toEqual({ kind: 'known', accepted: 4 });
    const { attachments } = await invocation.settled();
    expect(attachments.map(({ filename }) => filename)).toEqual(
      [1, 2, 3, 4].map((seed) => `a-fox-${seed}.png`),
    );
    expect(attachments.every(({ description }) => description?.includes('A fox'))).toBe(true);
    expect(calls).toEqual(['edit', 'edit']);
    expectNoViolations(discord);
  });

  it.each([
    ['and the text says so', 1, 'Discord accepted no more. Only the 3 shown were charged.'],
    ['even if the text cannot be corrected', Infinity, 'seeds 1, 2, 3, 4'],
  ])('are counted as far as they came, %s', async (_, times, text) => {
    const { discord, run, showing, invocation } = await deferredUpload({
      mib: [7, 7, 7, 7],
      between: () => void discord.faults.add({ route: edit, ...refusal(403, 50013), times }),
    });
    expect(await run(showing)).toEqual({ kind: 'known', accepted: 3, refusal: 'no-permission' });
    const message = await invocation.settled();
    expect(message.attachments).toHaveLength(3);
    expect(message.content).toContain(text);
  });

  it('share requests in their order, each within the bound', () => {
    expect(sizesOf(inRequests(picturesOf(5, 5, 1, 9, 1, 12, 1), 10))).toEqual([
      [5, 5],
      [1, 9],
      [1],
      [12],
      [1],
    ]);
  });
});

describe('a refusal', () => {
  it.each([
    [413, 40005, 'too-large'],
    [400, 50045, 'too-large'],
    [413, 0, 'too-large'],
    [403, 50001, 'no-permission'],
    [403, 50013, 'no-permission'],
    [404, 10003, 'channel-deleted'],
    [404, 10008, 'message-deleted'],
    [400, 20009, 'blocked-by-filter'],
    [400, 200000, 'blocked-by-filter'],
    [400, 240000, 'blocked-by-filter'],
    [404, 10015, 'token-expired'],
    [401, 50027, 'token-expired'],
    [401, 0, 'token-expired'],
    [400, 50035, 'refused'],
  ] as const)('of status %d, code %d, is %s', async (status, code, why) => {
    const { discord, run, calls, showing } = await deferredUpload();
    discord.faults.add({ route: edit, ...refusal(status, code) });
    expect(await run(showing)).toEqual({ kind: 'known', accepted: 0, refusal: why });
    expect(calls).toEqual(['edit']);
  });

  it('comes from Discord itself for a deleted message and for a large file', async () => {
    const { discord, run, showing, invocation } = await deferredUpload();
    const large = showingOf([picture({ bytes: Buffer.alloc(11 * MIB) })]);
    expect(await run(large)).toMatchObject({ refusal: 'too-large' });
    const message = invocation.original();
    expect(message && discord.deleteMessage(message)).toBe(true);
    expect(await run(showing)).toMatchObject({ accepted: 0, refusal: 'message-deleted' });
  });
});

describe('a lost answer', () => {
  it('is asked for, and what arrived counts without being sent again', async () => {
    const { discord, run, calls, showing, invocation } = await deferredUpload({ mib: [0, 0] });
    discord.faults.add({ route: edit, drop: 'after', times: 1 });
    expect(await run(showing)).toEqual({ kind: 'known', accepted: 2 });
    expect(calls).toEqual(['edit', 'look']);
    expect((await invocation.settled()).attachments).toHaveLength(2);
  });

  it('of a later request counts with the first ones', async () => {
    const { discord, run, calls, showing } = await deferredUpload({
      mib: [7, 7, 7, 7],
      between: () => void discord.faults.add({ route: edit, drop: 'after', times: 1 }),
    });
    expect(await run(showing)).toEqual({ kind: 'known', accepted: 4 });
    expect(calls).toEqual(['edit', 'edit', 'look']);
  });

  it.each([
    ['the connection broke', { drop: 'before' }],
    ['a server failed', { status: 503 }],
  ] as const)('is sent again where nothing arrived because %s', async (_, fault) => {
    const { discord, run, calls, showing, waits, invocation } = await deferredUpload();
    discord.faults.add({ route: edit, ...fault, times: 2 });
    expect(await run(showing)).toEqual({ kind: 'known', accepted: 1 });
    expect(calls).toEqual(['edit', 'look', 'edit', 'look', 'edit']);
    expect(waits.slice(1)).toEqual([1_000, 2_000]);
    expect((await invocation.settled()).attachments).toHaveLength(1);
  });

  it('is asked for until Discord can say', async () => {
    const { discord, run, calls, showing } = await deferredUpload();
    discord.faults.add({ route: edit, drop: 'after', times: 1 });
    discord.faults.add({ route: look, status: 502, times: 3 });
    expect(await run(showing)).toEqual({ kind: 'known', accepted: 1 });
    expect(calls).toEqual(['edit', 'look', 'look', 'look', 'look']);
  });

  it('ends with the message where that was deleted meanwhile', async () => {
    const { discord, run, showing } = await deferredUpload();
    discord.faults.add({ route: edit, drop: 'before', times: 1 });
    discord.faults.add({ route: look, ...refusal(404, 10008) });
    expect(await run(showing)).toMatchObject({ accepted: 0, refusal: 'message-deleted' });
  });

  it('is given up after four attempts', async () => {
    const { discord, run, calls, showing } = await deferredUpload();
    discord.faults.add({ route: edit, drop: 'before' });
    expect(await run(showing)).toMatchObject({ accepted: 0, refusal: 'discord-down' });
    expect(calls.filter((call) => call === 'edit')).toHaveLength(4);
  });
});

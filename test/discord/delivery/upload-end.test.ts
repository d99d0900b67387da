import { describe, expect, it, vi } from 'vitest';
import { refusal, ROUTES } from '../../support/edge-discord.ts';
import { deferredUpload } from '../../support/edge-upload.ts';
import { tinyPng } from '../../support/image-files.ts';

const { edit, look } = ROUTES;

/** Long enough that the test ends the request and not the other way round. */
const SLOW_MS = 1_500;

describe('an upload that the bot’s end cuts short', () => {
  it('is left open where nobody knows what arrived', async () => {
    const { discord, run, showing, cut } = await deferredUpload({
      meanwhile: (count) => count > 1 && cut.abort(),
    });
    discord.faults.add({ route: edit, drop: 'before' });
    discord.faults.add({ route: look, status: 503 });
    expect(await run(showing)).toEqual({ kind: 'unknown' });
  });

  it('is left open where it had not arrived yet', async () => {
    const { discord, run, showing, cut, calls } = await deferredUpload();
    const fault = discord.faults.add({ route: edit, delayMs: SLOW_MS, times: 1 });
    const delivery = run(showing);
    await vi.waitUntil(() => fault.hits > 0);
    cut.abort();
    expect(await delivery).toEqual({ kind: 'unknown' });
    expect(calls).toEqual(['edit', 'look']);
  });

  it('counts where Discord had it already', async () => {
    const { discord, run, showing, cut, invocation } = await deferredUpload();
    discord.faults.add({ route: edit, delayMs: SLOW_MS, handled: true, times: 1 });
    const delivery = run(showing);
    await vi.waitUntil(() => invocation.original()?.attachments.length === 1);
    cut.abort();
    expect(await delivery).toEqual({ kind: 'known', accepted: 1 });
  });

  it('is not begun after the end', async () => {
    const { run, showing, cut, calls } = await deferredUpload();
    cut.abort();
    expect(await run(showing)).toEqual({ kind: 'unknown' });
    expect(calls).toEqual([]);
  });
});

describe('an upload of which Discord took a part', () => {
  it('counts what is there, and says so, where the rest is refused', async () => {
    const { discord, api, ref, run, showing, invocation } = await deferredUpload({ mib: [0, 0] });
    const { signal } = new AbortController();
    const file = { name: 'first.png', data: tinyPng(64, 64), contentType: 'image/png' };
    const attachments = [{ id: 0, description: 'First' }];
    await api.editOriginal(ref, { attachments }, { files: [file], signal });
    discord.faults.add({ route: edit, drop: 'before', times: 1 });
    discord.faults.add({ route: edit, ...refusal(403, 50013), times: 1 });

    expect(await run(showing)).toEqual({ kind: 'known', accepted: 1, refusal: 'no-permission' });
    expect(invocation.original()?.attachments).toHaveLength(1);
    expect(invocation.original()?.content).toContain('1 of 2 pictures is missing');
  });
});

describe('an upload whose interaction ends', () => {
  it('did not come in time', async () => {
    const { discord, run, showing, expires } = await deferredUpload({
      meanwhile: (count) => count > 1 && expires.abort(),
    });
    discord.faults.add({ route: edit, drop: 'before' });
    discord.faults.add({ route: look, status: 503 });
    expect(await run(showing)).toEqual({ kind: 'known', accepted: 0, refusal: 'discord-down' });
  });

  it('is not begun', async () => {
    const { run, showing, expires, calls } = await deferredUpload();
    expires.abort();
    expect(await run(showing)).toMatchObject({ accepted: 0, refusal: 'token-expired' });
    expect(calls).toEqual([]);
  });
});

it('tells the operator of failed attempts without the interaction’s token', async () => {
  const { discord, run, showing, lines, ref } = await deferredUpload();
  discord.faults.add({ route: edit, status: 503, times: 1 });
  discord.faults.add({ route: edit, drop: 'before', times: 1 });
  await run(showing);
  expect(lines).toHaveLength(2);
  expect(lines.join('\n')).not.toContain(ref.token);
});

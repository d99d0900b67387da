import { describe, expect, it } from 'vitest';
import { machineSnapshot } from '../../playground/page/contract.ts';
import { livePlayground } from '../support/live-playground.ts';
import { postJson } from '../support/page-api.ts';
import { pageStream } from '../support/page-stream.ts';
import { startPlayground } from '../support/playground-process.ts';

const MINUTE_MS = 60_000;

describe('the bot under the page’s hand', () => {
  it('is killed while it draws, and tells the member when it is back', async () => {
    const live = await livePlayground();
    await live.faults({ apiSlowMs: MINUTE_MS });
    await live.imagine(1, 'an unfinished one');
    await live.stream.message(
      ({ thinking, asked }) => thinking && asked?.by === live.state.people[1]?.id,
    );
    await live.bot('kill');
    const dead = await live.botIs('killed');
    expect(dead.machine.bot.note).toMatch(/SIGKILL/);

    await live.faults({});
    const after = live.stream.all('machine').length;
    await live.bot('start');
    await live.botIs('running', after);
    const told = await live.says(/had to restart while it was working on your picture/);
    expect(told.content).toMatch(/Nothing was charged/);
    await live.imagine(2, 'a finished one');
    await live.picture('a finished one');
    expect(live.errors()).toBe('');
  });

  it('stops when it is asked to, answers nothing then, and starts again', async () => {
    const live = await livePlayground();
    await live.bot('stop');
    await live.botIs('stopped');
    await live.bot('stop');
    expect(await live.imagine(1, 'to nobody')).toContain('The application did not respond');
    const after = live.stream.all('machine').length;
    await live.bot('start');
    await live.botIs('running', after);
    await live.imagine(2, 'after a rest');
    expect((await live.picture('after a rest')).attachments).toHaveLength(1);
  });

  it('is missed when it ends by itself, and can be started again', async () => {
    // A database address cannot hold this sign, so the bot refuses its settings each time.
    const live = await startPlayground(['--no-open'], { temporary: 'odd#name' });
    await live.printed(/Easel ended by itself \(exit code 1\)\. The page can start it again/);
    await live.printed(/^Open http/m);
    await expect.poll(() => live.errors()).toContain('The first picture did not come: Easel ended');
    const [origin = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(live.output()) ?? [];
    const ended = async (): Promise<unknown> => {
      const response = await fetch(`${origin}/page/machine`);
      return machineSnapshot.parse(await response.json()).machine.bot;
    };
    const note = 'It ended by itself (exit code 1).';
    expect(await ended()).toEqual({ state: 'ended', note });
    const stream = await pageStream(origin);
    await postJson(origin, '/page/machine/bot', { do: 'start' });
    await stream.event('machine', ({ machine }) => machine.bot.state === 'starting');
    live.process.kill('SIGTERM');
    expect(await live.ended).toBe(0);
  });

  it('tells its figures, and the card of /credits that was seen', async () => {
    const live = await livePlayground();
    const { machine } = await live.stream.event(
      'machine',
      ({ machine: { figures, credits } }) =>
        figures?.items.some(
          ({ label, value }) => label === 'Credits charged for pictures' && value === 6,
        ) === true &&
        credits?.embed.fields?.some(
          ({ name, value }) => name === 'Used' && value === '6 credits',
        ) === true,
    );
    expect(machine.figures?.source).toContain('/metrics');
  });
});

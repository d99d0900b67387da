import type { Action, BotOrder, Faults, MessageView } from '../../playground/page/contract.ts';
import { pageState } from '../../playground/page/contract.ts';
import { postJson } from './page-api.ts';
import { pageStream } from './page-stream.ts';
import { startPlayground } from './playground-process.ts';

const NO_FAULTS: Faults = { apiSlowMs: 0, apiFails: 'off', discord429: false, upload: 'off' };

type Setting = Parameters<typeof startPlayground>[1];

/** The whole playground in a process of its own, with its first picture drawn, and ways to use it as its page does. */
export async function livePlayground(switches: readonly string[] = [], setting: Setting = {}) {
  const playground = await startPlayground(['--no-open', ...switches], setting);
  const opened = await playground.printed(/Open http:\/\/127\.0\.0\.1:\d+/);
  if (playground.errors() !== '') throw new Error(playground.errors());
  const origin = opened.replace('Open ', '');
  const state = pageState.parse(await (await fetch(`${origin}/page/state`)).json());
  const stream = await pageStream(origin);
  const channel = state.guilds[0]?.channels[0]?.id ?? '';
  const post = async (path: string, body: unknown): Promise<string> => {
    const response = await postJson(origin, path, body);
    const text = await response.text();
    if (!response.ok)
      throw new Error(
        `${path} answered ${response.status}: ${text}\n${playground.output()}${playground.errors()}`,
      );
    return text;
  };
  /** The person of that position: the bot lets each wait between two pictures. */
  const person = (place: number): string => state.people[place]?.id ?? '';
  const act = (action: Action): Promise<string> => post('/page/actions', action);
  return {
    ...playground,
    origin,
    state,
    stream,
    act,
    /** Sends /imagine as somebody; resolves with the answer's JSON. */
    imagine: (place: number, prompt: string) =>
      act({ kind: 'use', as: person(place), channel, command: 'imagine', options: { prompt } }),
    /** Puts these faults in force and no others. */
    faults: (some: Partial<Faults>) => post('/page/machine/faults', { ...NO_FAULTS, ...some }),
    bot: (what: BotOrder['do']) => post('/page/machine/bot', { do: what }),
    /** Resolves once the bot is in that state, and was not there before. */
    botIs: (wanted: string, after = 0) =>
      stream.event('machine', (event) => {
        const place = stream.all('machine').indexOf(event);
        return place >= after && event.machine.bot.state === wanted;
      }),
    /** Resolves with the first message that says this. */
    says: (words: RegExp): Promise<MessageView> =>
      stream.message(({ content }) => words.test(content)),
    /** Resolves with the message of a picture of that prompt. */
    picture: (prompt: string): Promise<MessageView> =>
      stream.message(
        ({ content, attachments }) => content.includes(prompt) && attachments.length > 0,
      ),
  };
}

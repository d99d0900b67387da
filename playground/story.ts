import { setTimeout as sleep } from 'node:timers/promises';
import type { Chat, Order } from './chat.ts';
import type { Message } from './discord/index.ts';
import { plainLines } from './plain.ts';
import { savePicture } from './pictures.ts';
import { PlaygroundError } from './problem.ts';

const PICTURE_MS = 60_000;
const CREDITS_MS = 10_000;
const CREDITS_ASKED = 20;
const BETWEEN_LOOKS_MS = 250;

/** What the bot says while it works; what waits for a moderator stays as it is until one comes. */
const WORKING = /⏳ (?!.*for a moderator)/u;

const isWhole = ({ content }: Message): boolean => !WORKING.test(content);

/** Sends a command and waits for its whole answer. */
async function ask(chat: Chat, order: Order, withinMs: number): Promise<Message> {
  const name = `/${order.command}`;
  const invocation = chat.send(order);
  if ((await invocation.answered) === 'expired')
    throw new PlaygroundError(`Easel did not answer ${name} in the time Discord gives.`);
  return invocation.settled({ withinMs, when: isWhole }).catch((cause: unknown) => {
    const seconds = withinMs / 1_000;
    const what = `The answer to ${name} did not come within ${seconds} seconds.`;
    throw new PlaygroundError(what, { cause });
  });
}

/** The text of an answer, in one line. */
const inOneLine = (chat: Chat, { content }: Message): string =>
  plainLines(content, { nameOf: chat.nameOf, now: Date.now() }).join(' ') || 'nothing';

/**
 * The first picture: a member sends `/imagine`, the picture is saved in `folder`, and the member looks at
 * the credits. Resolves with the file's path; throws PlaygroundError when anything is not as it should be.
 */
export async function firstPicture(chat: Chat, prompt: string, folder: string): Promise<string> {
  const [by] = chat.people;
  if (by === undefined) throw new PlaygroundError('There is nobody to send /imagine.');
  const imagine = { by, command: 'imagine', options: { prompt } };
  const answer = await ask(chat, imagine, PICTURE_MS);
  if (answer.attachments.length === 0)
    throw new PlaygroundError(`Easel answered without a picture: ${inOneLine(chat, answer)}`);
  const path = await savePicture(answer, folder);

  await lookAtCredits(chat, by);
  return path;
}

/** Until nothing is held any more: a picture is charged a moment after it is shown. */
async function lookAtCredits(chat: Chat, by: Order['by']): Promise<void> {
  for (let asked = 0; asked < CREDITS_ASKED; asked += 1) {
    const credits = await ask(chat, { by, command: 'credits' }, CREDITS_MS);
    const fields = credits.embeds[0]?.fields ?? [];
    const valueOf = (field: string) => fields.find(({ name }) => name === field)?.value;
    if (valueOf('Used') === undefined)
      throw new PlaygroundError(`Easel did not show the credits: ${inOneLine(chat, credits)}`);
    if (valueOf('Held') === '0 credits') return;
    await sleep(BETWEEN_LOOKS_MS);
  }
}

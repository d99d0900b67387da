import { expect, test } from 'vitest';
import {
  answer,
  call,
  imagine,
  registeredDiscord,
  webhook,
} from '../../../support/discord-local.ts';

const DEFER = { type: 5, data: { flags: 0 } };

test('settled waits for the edit, and for the condition', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  const done = invocation.settled({ when: ({ content }) => content === 'done' });
  await answer(discord, invocation, DEFER);
  const edit = (content: string) =>
    call(discord, 'PATCH', webhook(discord, invocation, '/messages/@original'), {
      json: { content },
      token: null,
    });
  await edit('nearly');
  expect((await invocation.settled()).content).toBe('nearly');
  await edit('done');
  expect((await done).content).toBe('done');
});

test('once an answer is settled, its requests are in the traffic', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  const sent = answer(discord, invocation, { type: 4, data: { content: 'x' } });
  await invocation.settled();
  expect(discord.traffic.rest('POST /interactions/:id/:token/callback')).toHaveLength(1);
  await sent;
});

test('a wait that ends in vain says what was seen', async () => {
  const discord = await registeredDiscord();
  const invocation = imagine(discord);
  await answer(discord, invocation, DEFER);
  const waits = [invocation.settled({ withinMs: 10 }), invocation.followUp(0, { withinMs: 10 })];
  const [settled, followUp] = await Promise.allSettled(waits);
  const text = String((settled as PromiseRejectedResult).reason);
  expect(text).toMatch(/did not come within 10 ms/);
  expect(text).toMatch(/is deferred; its message says "" \(flags 128, 0 attachments\)/);
  expect(text).toMatch(/POST \/interactions\/:id\/:token\/callback 204/);
  expect(text).not.toContain(invocation.token);
  expect(String((followUp as PromiseRejectedResult).reason)).toMatch(/Follow-up 0 did not come/);
});
